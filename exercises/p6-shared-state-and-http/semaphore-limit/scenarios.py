"""One website behind one client. Pages that end at the same moment never decide a check."""

from overlap.judge import scenario


class Client:
    """What the submission is given: `get`, and a `close` that is none of its business."""

    def __init__(self, pages):
        self.get = pages
        self.closed = False

    async def close(self):
        self.closed = True


def lend(world, pages):
    """A client for these pages, of which the submission sees `get` and `close` only."""
    client = Client(pages)
    return client, world.expose(client, "get", "close")


def addresses(count):
    return [f"/page/{number}" for number in range(count)]


@scenario(
    "six pages, two at a time",
    zh="六个页面，每次两个",
    visible=True,
    hint="Two requests may be open at once, so three rounds of one second are enough.",
    hint_zh="可以同时打开两个请求，所以三轮、每轮一秒就够了。",
)
async def two_at_a_time(world, submission):
    pages = world.service("pages", latency=1.0, reply=lambda url: f"content of {url}")
    client = world.expose(Client(pages), "get", "close")
    urls = ["/a", "/b", "/c", "/d", "/e", "/f"]
    got = await submission.fetch_all(client, urls, 2)
    assert got == [f"content of {url}" for url in urls]
    assert pages.peak <= 2
    assert world.elapsed == 3.0


@scenario(
    "a hundred pages, ten at a time",
    zh="一百个页面，每次十个",
    weight=2,
    hint="All requests have to share one semaphore, and ten of them must really be open at once.",
    hint_zh="所有请求要共用同一个信号量，而且要真的同时打开十个。",
)
async def ten_at_a_time(world, submission):
    pages = world.service("pages", latency=0.1, reply=lambda url: world.secret(url))
    _, client = lend(world, pages)
    got = await submission.fetch_all(client, addresses(100), 10)
    assert pages.peak <= 10
    assert world.elapsed == 1.0
    assert got == [world.secret(url) for url in addresses(100)]


@scenario(
    "a slow page does not hold up the others",
    zh="慢的页面不会拖住其他页面",
    weight=2,
    hint="The next request begins when any request ends, not when a whole group has ended.",
    hint_zh="任何一个请求结束时，下一个就应开始，而不是等整批都结束。",
)
async def uneven(world, submission):
    seconds = {"/slow": 3.5, "/b": 1.0, "/c": 1.0, "/d": 1.0}
    pages = world.service("pages", latency=seconds.get, reply=lambda url: world.secret(url))
    _, client = lend(world, pages)
    got = await submission.fetch_all(client, list(seconds), 2)
    assert got == [world.secret(url) for url in seconds]
    assert pages.peak <= 2
    assert world.elapsed == 3.5
    assert pages.calls.begins == [0.0, 0.0, 1.0, 2.0]


@scenario(
    "pages come back in the order of the urls, whichever is first",
    zh="无论哪个页面先到，都按 url 的顺序返回",
    seeds=3,
    hint="The order in which requests end is not the order in which they were asked for.",
    hint_zh="请求结束的顺序并不是发起的顺序。",
)
async def in_order(world, submission):
    pages = world.service("pages", latency=(0.05, 0.95), reply=lambda url: world.secret(url))
    _, client = lend(world, pages)
    limit = world.random.randint(3, 6)
    got = await submission.fetch_all(client, addresses(20), limit)
    assert got == [world.secret(url) for url in addresses(20)]
    assert pages.peak <= limit


@scenario(
    "a failing request gives its place back, and the other pages are fetched",
    zh="失败的请求会归还名额，其他页面照常抓取",
    weight=2,
    hint="Give the place back whatever happens, and do not let one exception end everything.",
    hint_zh="无论发生什么都要归还名额，也不要让一个异常终止全部工作。",
)
async def failures(world, submission):
    broken = {"/page/0", "/page/1", "/page/4"}
    pages = world.service(
        "pages",
        latency=lambda url: 0.3 if url in broken else 1.0,
        reply=lambda url: world.secret(url),
        fail=lambda url: ConnectionError(f"{url} is gone") if url in broken else None,
    )
    _, client = lend(world, pages)
    got = await submission.fetch_all(client, addresses(7), 2)
    assert [type(page) for page in got] == [ConnectionError, ConnectionError, str, str, ConnectionError, str, str]
    assert str(got[4]) == "/page/4 is gone"
    assert [page for page in got if isinstance(page, str)] == [world.secret(f"/page/{n}") for n in (2, 3, 5, 6)]
    assert pages.peak <= 2
    assert not world.leaked_tasks


@scenario(
    "the limit is respected at both ends: one, and more than there are pages",
    zh="限制的两端都要遵守：一个，以及比页面还多",
    hint="Use the limit that is given, also when it is 1 or larger than the number of pages.",
    hint_zh="要使用传入的限制，即使它是 1，或者比页面数量还大。",
)
async def both_ends(world, submission):
    pages = world.service("pages", latency=0.2, reply=lambda url: world.secret(url))
    _, client = lend(world, pages)
    with world.measure() as alone:
        await submission.fetch_all(client, addresses(5), 1)
    assert pages.peak == 1
    assert alone.elapsed == 1.0
    with world.measure() as together:
        await submission.fetch_all(client, addresses(5), 50)
    assert together.elapsed == 0.2
    assert await submission.fetch_all(client, [], 3) == []


@scenario(
    "every page is fetched once, and the client is left open",
    zh="每个页面只抓取一次，客户端保持打开",
    hint="Who opened the client will close it.",
    hint_zh="谁打开的客户端，就由谁来关闭。",
)
async def client_stays_open(world, submission):
    pages = world.service("pages", latency=0.5, reply=lambda url: world.secret(url))
    client, lent = lend(world, pages)
    await submission.fetch_all(lent, addresses(4), 4)
    assert sorted(pages.order) == addresses(4)
    assert not client.closed
