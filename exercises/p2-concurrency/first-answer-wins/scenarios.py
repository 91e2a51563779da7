"""Mirrors of one file. No two of them ever answer, fail or close at the same moment that matters."""

import asyncio

from overlap.judge import raises, raises_group, scenario


class Mirrors:
    """Mirrors by name, with the seconds each takes. A download that is called off takes 0.2 s to close."""

    def __init__(self, world, seconds, **failures):
        self.world = world
        self.closed = world.shared([])
        self.downloads = [self.mirror(name, latency, failures.get(name)) for name, latency in seconds.items()]

    def mirror(self, name, latency, failure):
        service = self.world.service(name, latency=latency, reply=self.world.secret(name), fail=failure)

        async def download():
            try:
                return await service()
            except asyncio.CancelledError:
                await self.world.sleep(0.2)
                self.closed.append(name)
                raise

        return download


@scenario(
    "the quickest mirror wins",
    zh="最快的镜像获胜",
    visible=True,
    hint="Return as soon as one mirror has answered; nobody needs the others any more.",
    hint_zh="一个镜像有了答案就返回，其余的已经没有人需要。",
)
async def quickest(world, submission):
    near = world.service("near", latency=1.0, reply="file from near")
    far = world.service("far", latency=3.0, reply="file from far")
    farther = world.service("farther", latency=5.0, reply="file from farther")
    content = await submission.fetch_fastest([far, near, farther])
    assert content == "file from near"
    assert world.elapsed == 1.0
    assert world.cancelled == {"far", "farther"}


@scenario(
    "the others are called off, and close their connections together",
    zh="其余下载被取消，并同时关闭连接",
    weight=2,
    hint="Cancel all of them first, then wait for all of them: `cancel()` alone does not wait for the clean-up.",
    hint_zh="先全部取消，再一起等待：`cancel()` 本身并不会等待清理完成。",
)
async def closing(world, submission):
    mirrors = Mirrors(world, {"slow": 3.0, "quick": 1.0, "middle": 2.0})
    content = await submission.fetch_fastest(mirrors.downloads)
    assert not world.leaked_tasks
    assert world.cancelled == {"slow", "middle"}
    assert world.elapsed == 1.2
    assert mirrors.closed.times == [1.2, 1.2]
    assert content == world.secret("quick")
    assert not world.trouble


@scenario(
    "a mirror that fails is out of the race, and the race goes on",
    zh="失败的镜像退出比赛，比赛继续",
    weight=2,
    hint="The first that is done is not always a winner. Look whether it failed, and go on waiting for the others.",
    hint_zh="最先结束的不一定是赢家。先看它是否失败了，失败就继续等其余的。",
)
async def one_fails(world, submission):
    mirrors = Mirrors(world, {"slow": 3.0, "broken": 1.0, "middle": 2.0}, broken=OSError("no route"))
    content = await submission.fetch_fastest(mirrors.downloads)
    assert world.elapsed == 2.2
    assert world.cancelled == {"slow"}
    assert mirrors.closed == ["slow"]
    assert content == world.secret("middle")
    assert not world.trouble


@scenario(
    "the last of many may be the only one that works",
    zh="很多镜像中可能只有最后一个能用",
    hint="However many fail, go on as long as one is still under way.",
    hint_zh="不管失败了多少个，只要还有一个在进行，就继续等。",
)
async def only_the_last(world, submission):
    seconds = {f"mirror {number}": 0.5 + number / 4 for number in range(12)}
    broken = {name: ConnectionError(name) for name in list(seconds)[:-1]}
    mirrors = Mirrors(world, dict(reversed(seconds.items())), **broken)
    content = await submission.fetch_fastest(mirrors.downloads)
    assert content == world.secret("mirror 11")
    assert world.elapsed == 3.25
    assert not world.trouble


@scenario(
    "when all fail, all that went wrong comes out, at the end",
    zh="全部失败时，在最后把所有错误一起抛出",
    weight=2,
    hint="Keep every failure. `ExceptionGroup(message, failures)` makes one exception of them.",
    hint_zh="把每个失败都保存下来。`ExceptionGroup(说明, 异常列表)` 可以把它们合成一个异常。",
)
async def all_fail(world, submission):
    first, second = ConnectionError("reset"), ValueError("wrong checksum")
    mirrors = Mirrors(world, {"slow": 3.0, "quick": 1.0}, slow=second, quick=first)
    with raises_group(ConnectionError, ValueError) as caught:
        await submission.fetch_fastest(mirrors.downloads)
    assert world.elapsed == 3.0
    assert len(caught.leaves) == 2
    assert first in caught.leaves
    assert second in caught.leaves
    assert not world.trouble


@scenario(
    "an empty file is an answer",
    zh="空文件也是答案",
    hint="Whether a mirror succeeded does not depend on what it returned: `if content:` asks another question.",
    hint_zh="镜像是否成功与它返回了什么无关：`if content:` 问的是另一个问题。",
)
async def empty_file(world, submission):
    empty = world.service("empty", latency=0.5, reply="")
    other = world.service("other", latency=1.5, reply="something")
    assert await submission.fetch_fastest([other, empty]) == ""
    assert world.elapsed == 0.5
    assert not world.trouble


@scenario(
    "one mirror is a race, too",
    zh="只有一个镜像也是比赛",
    hint="With a single mirror its answer is the answer, and its failure a group of one.",
    hint_zh="只有一个镜像时，它的答案就是答案，它的失败就是只含一个异常的异常组。",
)
async def single(world, submission):
    mirrors = Mirrors(world, {"only": 0.75})
    assert await submission.fetch_fastest(mirrors.downloads) == world.secret("only")
    assert world.elapsed == 0.75
    broken = Mirrors(world, {"broken": 0.5}, broken=OSError("no route"))
    with raises_group(OSError):
        await submission.fetch_fastest(broken.downloads)
    assert world.elapsed == 1.25
    assert not world.trouble


@scenario(
    "a race that is cancelled leaves no download behind",
    zh="比赛被取消时，不留下任何下载",
    weight=2,
    hint="What you started goes on without you. Call it off on every way out, also when you are cancelled.",
    hint_zh="你启动的任务没有你也会继续。无论从哪条路离开，包括自己被取消时，都要取消它们。",
)
async def cancelled_from_outside(world, submission):
    mirrors = Mirrors(world, {"slow": 3.0, "broken": 0.25, "middle": 2.0}, broken=OSError("no route"))
    racing = asyncio.create_task(submission.fetch_fastest(mirrors.downloads))
    await world.until(0.5)
    racing.cancel()
    with raises(asyncio.CancelledError):
        await racing
    assert not world.leaked_tasks
    assert world.cancelled == {"slow", "middle"}
    assert world.elapsed == 0.7
    assert sorted(mirrors.closed) == ["middle", "slow"]
    assert not world.trouble
