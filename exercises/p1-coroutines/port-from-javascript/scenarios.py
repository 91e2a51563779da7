"""A team page. Requests, and when they begin, are the host's record."""

import asyncio

from overlap.judge import scenario


def user(world, number):
    """A user, with a key that cannot be guessed."""
    return {"id": number, "key": world.secret(number)}


def users_of(world, latency=0.5):
    """The service that gives users."""
    return world.service("fetch_user", latency=latency, reply=lambda number: user(world, number))


@scenario(
    "three users come while the logo is shown",
    zh="显示徽标的同时取到三位用户",
    visible=True,
    hint="A coroutine that nobody has started does not run, whatever else is being waited for.",
    hint_zh="没有人启动的协程不会运行，无论此时在等别的什么。",
)
async def three_users(world, submission):
    fetch_user = world.service("fetch_user", latency=0.5, reply=lambda number: {"id": number, "name": f"user {number}"})
    users = await submission.load_users(fetch_user, [7, 3, 5])
    assert users == [{"id": 7, "name": "user 7"}, {"id": 3, "name": "user 3"}, {"id": 5, "name": "user 5"}]
    assert world.elapsed == 0.5
    assert not world.trouble


@scenario(
    "all requests begin at once, before the logo is waited for",
    zh="所有请求立刻开始，先于等待徽标",
    weight=2,
    hint="The requests begin before the logo is waited for, all of them.",
    hint_zh="在开始等徽标之前，所有请求都要先启动。",
)
async def begin_at_once(world, submission):
    fetch_user = users_of(world)
    numbers = list(range(40, 52))
    users = await submission.load_users(fetch_user, numbers)
    assert not world.blocked
    assert fetch_user.calls.begins == [0.0] * 12
    assert fetch_user.peak == 12
    assert world.elapsed == 0.5
    assert users == [user(world, number) for number in numbers]
    assert not world.trouble


@scenario(
    "users come in the order of the ids, whoever is there first",
    zh="无论谁先到，都按 ids 的顺序返回",
    weight=2,
    hint="Requests end in any order. The list has the order in which they were asked for.",
    hint_zh="请求结束的先后是任意的，列表的顺序则是发出请求的顺序。",
)
async def order(world, submission):
    seconds = {1: 0.5, 2: 0.2, 3: 0.4, 4: 1.1, 5: 0.7}
    fetch_user = users_of(world, latency=seconds.get)
    for numbers in ([1, 2, 3], [5, 4, 3, 2, 1]):
        with world.measure() as loading:
            users = await submission.load_users(fetch_user, numbers)
        assert loading.elapsed == max(seconds[number] for number in numbers)
        assert users == [user(world, number) for number in numbers]
    assert not world.trouble


@scenario(
    "fifty users, in the order of the ids",
    zh="五十位用户，按 ids 的顺序",
    seeds=3,
    hint="A set of tasks has no order that one could rely on.",
    hint_zh="任务的集合没有可以依赖的顺序。",
)
async def fifty(world, submission):
    numbers = world.random.sample(range(1000), 50)
    seconds = {number: 0.35 + place / 80 for place, number in enumerate(world.random.sample(numbers, 50))}
    fetch_user = users_of(world, latency=seconds.get)
    users = await submission.load_users(fetch_user, numbers)
    assert users == [user(world, number) for number in numbers]
    assert world.elapsed == 0.9625
    assert fetch_user.peak == 50
    assert fetch_user.call_count == 50
    assert not world.trouble


@scenario(
    "all users are there early: the logo stays its 300 milliseconds",
    zh="用户全都提前到齐：徽标仍显示满 300 毫秒",
    hint="The page waits for both, for the logo and for the users, but not for one after the other.",
    hint_zh="徽标和用户都要等，但不是等完一个再等另一个。",
)
async def early(world, submission):
    fetch_user = users_of(world, latency=0.05)
    users = await submission.load_users(fetch_user, [9, 8])
    assert world.elapsed == 0.3
    assert users == [user(world, 9), user(world, 8)]
    assert not world.trouble


@scenario(
    "nobody to load",
    zh="一个用户也没有",
    hint="No ids, no requests; the logo is shown all the same.",
    hint_zh="没有 id，就没有请求，但徽标照样要显示。",
)
async def nobody(world, submission):
    fetch_user = users_of(world)
    users = await submission.load_users(fetch_user, [])
    assert world.elapsed == 0.3
    assert users == []
    assert fetch_user.call_count == 0
    assert not world.trouble


@scenario(
    "two pages at once",
    zh="两个页面同时加载",
    weight=2,
    hint="While one page waits, the other must be able to go on.",
    hint_zh="一个页面在等的时候，另一个页面要能继续。",
)
async def two_pages(world, submission):
    fetch_user = users_of(world)
    first, second = await asyncio.gather(
        submission.load_users(fetch_user, [1, 2, 3]), submission.load_users(fetch_user, [4, 5])
    )
    assert not world.blocked
    assert world.elapsed == 0.5
    assert fetch_user.peak == 5
    assert first == [user(world, number) for number in (1, 2, 3)]
    assert second == [user(world, number) for number in (4, 5)]
    assert not world.trouble
