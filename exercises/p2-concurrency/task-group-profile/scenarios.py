"""A forum's three services. No two of them ever answer or fail at the same moment."""

import asyncio
from types import SimpleNamespace

from overlap.judge import raises, scenario, tell
from support import ProfileError


class Maintenance(Exception):
    """An error that the submission cannot know."""


def forum(world, *, user=1.0, posts=2.0, stats=1.5, **failures):
    """The services by name; `failures` gives exceptions by name."""
    seconds = {"user": user, "posts": posts, "stats": stats}
    return SimpleNamespace(
        **{
            name: world.service(name, latency=latency, reply=world.secret(name), fail=failures.get(f"{name}_fails"))
            for name, latency in seconds.items()
        }
    )


def lend(world, services):
    return world.expose(services, "user", "posts", "stats")


@scenario(
    "the three parts are loaded at the same time",
    zh="三个部分同时加载",
    visible=True,
    weight=2,
    hint="Start all three before anything waits, and read the results after the block.",
    hint_zh="先把三个都启动，再开始等待；结果在代码块之后读取。",
)
async def all_goes_well(world, submission):
    user = world.service("user", latency=1.0, reply="Ada")
    posts = world.service("posts", latency=2.0, reply=["Hello"])
    stats = world.service("stats", latency=1.5, reply={"likes": 12})
    api = world.expose(SimpleNamespace(user=user, posts=posts, stats=stats), "user", "posts", "stats")
    profile = await submission.load_profile(api)
    assert world.peak == 3
    assert world.elapsed == 2.0
    assert profile == {"user": "Ada", "posts": ["Hello"], "stats": {"likes": 12}}


@scenario(
    "whichever part is slowest, each is in its place",
    zh="无论哪个部分最慢，各个部分都在自己的位置上",
    hint="Ask each task for its own result; which task is done first says nothing about what it loaded.",
    hint_zh="向每个任务取它自己的结果；谁先完成，并不说明它加载的是哪一部分。",
)
async def other_times(world, submission):
    services = forum(world, user=2.5, posts=0.25, stats=1.0)
    profile = await submission.load_profile(lend(world, services))
    assert world.elapsed == 2.5
    assert profile == {name: world.secret(name) for name in ("user", "posts", "stats")}
    assert not world.trouble


@scenario(
    "a failing part calls off the others, and a ProfileError says so",
    zh="一个部分失败就取消其余部分，并抛出 ProfileError",
    weight=2,
    hint="A TaskGroup raises an ExceptionGroup around what went wrong, even around a single error. The group is the cause.",
    hint_zh="TaskGroup 抛出的是把错误包起来的 ExceptionGroup，即使只有一个错误也是如此。原因就是这个异常组。",
)
async def one_fails(world, submission):
    failure = ValueError("no statistics today")
    services = forum(world, stats=0.5, stats_fails=failure)
    with raises(ProfileError, cause=ExceptionGroup) as caught:
        await submission.load_profile(lend(world, services))
    assert list(caught.value.__cause__.exceptions) == [failure]
    assert world.cancelled == {"user", "posts"}
    assert world.elapsed == 0.5
    assert not world.trouble


@scenario(
    "the error may be of any type, and come from any part",
    zh="错误可以是任何类型，也可以来自任何部分",
    hint="You cannot know which errors the services raise. What is it that always comes out of the group?",
    hint_zh="你无法预知服务会抛出什么错误。那么从任务组里出来的总是什么？",
)
async def any_error(world, submission):
    failure = Maintenance("back at noon")
    services = forum(world, user=0.75, posts=1.25, stats=0.25, posts_fails=failure)
    with raises(ProfileError, cause=ExceptionGroup) as caught:
        await submission.load_profile(lend(world, services))
    assert list(caught.value.__cause__.exceptions) == [failure]
    assert world.elapsed == 1.25
    assert world.cancelled == set()
    assert not world.trouble


@scenario(
    "all that went wrong is in the cause, also what went wrong in a clean-up",
    zh="原因里包含所有出错的地方，清理时的错误也在内",
    hint="Parts that are called off finish their clean-up first, and even that can fail. Pass on the group as it is.",
    hint_zh="被取消的部分要先做完清理，而清理也可能出错。把异常组原样传下去。",
)
async def two_fail(world, submission):
    failure, another = ValueError("no statistics today"), OSError("cannot close")
    services = forum(world, stats=0.5, stats_fails=failure)

    async def posts():
        try:
            await world.sleep(2.0)
        finally:
            await world.sleep(0.25)
            raise another

    services.posts = posts
    with raises(ProfileError, cause=ExceptionGroup) as caught:
        await submission.load_profile(lend(world, services))
    assert caught.value.__cause__.exceptions[0] is failure, tell(
        "The first exception in the cause is not the one that the service raised.",
        zh="原因里的第一个异常，不是服务抛出的那个。",
    )
    assert world.elapsed == 0.75
    assert list(caught.value.__cause__.exceptions) == [failure, another]
    assert not world.trouble


@scenario(
    "a cancelled caller is cancelled, and has no failed profile",
    zh="调用者被取消就是被取消，不是资料加载失败",
    weight=2,
    hint="CancelledError has to go on as it is. It is a BaseException, and no Exception, so that you do not catch it by mistake.",
    hint_zh="CancelledError 要原样传下去。它是 BaseException 而不是 Exception，正是为了不被误捕获。",
)
async def cancelled_from_outside(world, submission):
    services = forum(world)
    loading = asyncio.create_task(submission.load_profile(lend(world, services)))
    await world.until(0.25)
    loading.cancel()
    with raises(asyncio.CancelledError):
        await loading
    assert world.cancelled == {"user", "posts", "stats"}
    assert world.elapsed == 0.25
    assert not world.trouble
