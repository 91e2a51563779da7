"""Runs in the judge; students never see hidden scenarios."""

from overlap.judge import scenario


@scenario(
    "two profiles, in the order asked for",
    zh="两份资料，顺序与请求一致",
    visible=True,
    hint="Return a list with one profile per user id.",
    hint_zh="返回一个列表，每个用户 id 对应一份资料。",
)
async def two_profiles(world, submission):
    users = world.service("users", latency=1.0, reply=lambda user_id: {"id": user_id})
    assert await submission.load_profiles([2, 1]) == [{"id": 2}, {"id": 1}]
    assert len(users.calls) == 2


@scenario(
    "all profiles are fetched at the same time",
    zh="所有资料同时获取",
    weight=2,
    hint="Start every request before you wait for the first one.",
    hint_zh="先发起所有请求，再等待第一个结果。",
)
async def all_at_once(world, submission):
    users = world.service("users", latency=1.0, reply=lambda user_id: {"id": user_id, "key": world.secret(user_id)})
    got = await submission.load_profiles([1, 2, 3, 4, 5])
    assert got == [users.replied(user_id) for user_id in (1, 2, 3, 4, 5)]
    assert users.peak == 5
    assert world.elapsed == 1.0
