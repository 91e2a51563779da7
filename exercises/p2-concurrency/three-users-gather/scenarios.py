"""A user service. No two answers whose order matters come at the same moment."""

from overlap.judge import scenario


@scenario(
    "three users are asked for at the same time",
    zh="同时查询三个用户",
    visible=True,
    weight=2,
    hint="Ask for every user before you wait for the first one.",
    hint_zh="在等待第一个用户之前，先把所有用户都查询出去。",
)
async def three_at_once(world, submission):
    seconds = {"ada": 3.0, "ben": 1.0, "cleo": 2.0}
    fetch = world.service("fetch", latency=lambda user_id: seconds[user_id], reply=lambda user_id: f"user {user_id}")
    users = await submission.fetch_users(fetch, ["ada", "ben", "cleo"])
    assert fetch.peak == 3
    assert world.elapsed == 3.0
    assert users == ["user ada", "user ben", "user cleo"]


@scenario(
    "ten users take as long as the slowest of them",
    zh="十个用户的耗时等于其中最慢的一个",
    weight=2,
    hint="When the slowest answer takes 0.5 s, all ten are there after 0.5 s, provided that all have been started first.",
    hint_zh="最慢的回答要 0.5 秒，那么 0.5 秒后十个就都到了，前提是先把十个都启动。",
)
async def ten(world, submission):
    fetch = world.service("fetch", latency=lambda user_id: user_id / 20, reply=lambda user_id: world.secret(user_id))
    users = await submission.fetch_users(fetch, list(range(1, 11)))
    assert fetch.peak == 10
    assert world.elapsed == 0.5
    assert users == [world.secret(user_id) for user_id in range(1, 11)]
    assert not world.trouble


@scenario(
    "thirty users come in the order of the ids, whoever answers first",
    zh="三十个用户按 id 的顺序返回，与谁先回答无关",
    weight=2,
    seeds=3,
    hint="The order in which answers arrive is not the order in which you asked, and a set has no order at all.",
    hint_zh="回答到达的顺序并不是查询的顺序，而集合根本没有顺序。",
)
async def in_order(world, submission):
    ids = world.random.sample(range(1000), 30)
    places = world.random.sample(range(1, 31), 30)
    seconds = {user_id: place / 10 for user_id, place in zip(ids, places)}
    fetch = world.service("fetch", latency=lambda user_id: seconds[user_id], reply=lambda user_id: world.secret(user_id))
    users = await submission.fetch_users(fetch, ids)
    assert users == [world.secret(user_id) for user_id in ids]
    assert world.elapsed == 3.0
    assert not world.trouble


@scenario(
    "who wrote twice is there twice",
    zh="写了两条消息的人出现两次",
    hint="One user for each id, also when the same id occurs again: a dictionary or a set keeps only one of them.",
    hint_zh="每个 id 都要对应一个用户，即使 id 重复出现；字典和集合只会保留其中一个。",
)
async def repeated(world, submission):
    seconds = {7: 0.25, 3: 0.5, 9: 1.0}
    fetch = world.service("fetch", latency=lambda user_id: seconds[user_id], reply=lambda user_id: world.secret(user_id))
    users = await submission.fetch_users(fetch, [3, 7, 3, 9, 7])
    assert users == [world.secret(user_id) for user_id in (3, 7, 3, 9, 7)]
    assert world.elapsed == 1.0
    assert not world.trouble


@scenario(
    "no ids at all",
    zh="没有任何 id",
    hint="Without ids there is nobody to wait for; the answer is an empty list. Some ways of waiting refuse an empty collection.",
    hint_zh="没有 id 就没有人要等，结果是空列表。有些等待方式不接受空集合。",
)
async def nobody(world, submission):
    fetch = world.service("fetch", latency=1.0, reply=lambda user_id: world.secret(user_id))
    users = await submission.fetch_users(fetch, [])
    assert world.elapsed == 0.0
    assert fetch.call_count == 0
    assert users == []
    assert not world.trouble
