"""A bookshop under ASGI: a query takes 0.1 s, the warehouse 1.0 s, and no two waits end at the same moment by chance."""

import asyncio

from overlap.judge import scenario

TITLES = ["Solaris", "Kindred", "Ubik", "Embassytown", "Dawn", "The Dispossessed", "Blindsight", "Ammonite"]


def open_warehouse(world):
    """Answers with a number of copies for each id that cannot be guessed."""

    def copies(ids):
        return {book_id: int(world.secret(book_id), 16) % 1000 for book_id in ids}

    return world.service("warehouse", latency=1.0, reply=copies)


async def fill_shop(submission, count):
    """Puts `count` books on the shelves, neither in the order of names nor of prices."""
    rows = [{"id": 10 + n, "name": TITLES[n], "price": 7 + (n * 5) % 11} for n in range(count)]
    await submission.database.load("Book", rows)
    return rows


def expected(rows, world):
    """The answer for these rows, as JSON."""
    return {"books": [{**row, "stock": int(world.secret(row["id"]), 16) % 1000} for row in rows]}


@scenario(
    "one request lists the books",
    zh="一个请求列出图书",
    visible=True,
    hint="Read the QuerySet in a way that is allowed in an async view.",
    hint_zh="用异步视图允许的方式读取 QuerySet。",
)
async def one_request(world, submission):
    world.database(query_latency=0.1)
    world.service("warehouse", latency=1.0, reply={1: 3, 2: 0})
    await submission.database.load("Book", [
        {"id": 1, "name": "The Left Hand of Darkness", "price": 12},
        {"id": 2, "name": "Solaris", "price": 9},
    ])
    with world.measure() as request:
        response = await submission.client.get("/books/")
    assert response.status == 200
    assert {book["name"]: book["stock"] for book in response.json()["books"]} == {
        "The Left Hand of Darkness": 3,
        "Solaris": 0,
    }
    assert request.elapsed == 1.1


@scenario(
    "five requests at once take as long as one",
    zh="同时到达的五个请求和一个请求一样快",
    weight=2,
    hint="While one request waits for the database or the warehouse, the others must be able to go on.",
    hint_zh="一个请求在等待数据库或仓库时，其他请求必须能够继续。",
)
async def five_requests(world, submission):
    world.database(query_latency=0.1)
    open_warehouse(world)
    rows = await fill_shop(submission, 4)
    with world.measure() as requests:
        responses = await asyncio.gather(*(submission.client.get("/books/") for _ in range(5)))
    assert [response.status for response in responses] == [200] * 5
    assert [response.json() for response in responses] == [expected(rows, world)] * 5
    assert not world.blocked
    assert requests.elapsed == 1.1


@scenario(
    "a ping is answered while the list is being made",
    zh="生成列表期间，ping 也能得到响应",
    weight=2,
    hint="A blocking call in one view stops the event loop, and with it all other views.",
    hint_zh="一个视图里的阻塞调用会让事件循环停下来，其他所有视图也随之停止。",
)
async def ping_meanwhile(world, submission):
    world.database(query_latency=0.1)
    open_warehouse(world)
    await fill_shop(submission, 3)
    making = asyncio.create_task(submission.client.get("/books/"))
    waits = []
    for moment in (0.05, 0.5):  # during the query, and while the warehouse is being asked
        await world.sleep(moment)
        with world.measure() as ping:
            response = await submission.client.get("/ping/")
        assert response.json() == {"pong": True}
        waits.append(ping.elapsed)
    assert (await making).status == 200
    assert not world.blocked
    assert waits == [0.0, 0.0]


@scenario(
    "one query and one question, however many books",
    zh="无论多少本书，都只查询一次、询问一次",
    hint="Both the database and the warehouse can be asked about all books at once.",
    hint_zh="数据库和仓库都可以一次问到所有图书。",
)
async def constant_cost(world, submission):
    database = world.database(query_latency=0.1)
    warehouse = open_warehouse(world)
    rows = await fill_shop(submission, 8)
    response = await submission.client.get("/books/")
    assert response.status == 200
    assert response.json() == expected(rows, world)
    assert database.query_count == 1
    assert warehouse.call_count == 1


@scenario(
    "a shop without books",
    zh="没有图书的书店",
    hint="No rows are no error: the answer is an empty list.",
    hint_zh="没有数据并不是错误：应当返回空列表。",
)
async def empty_shop(world, submission):
    world.database(query_latency=0.1)
    open_warehouse(world)
    response = await submission.client.get("/books/")
    assert response.status == 200
    assert response.json() == {"books": []}


@scenario(
    "the view is asynchronous",
    zh="视图是异步的",
    hint="Keep `async def`; a sync view would occupy a thread for every visitor.",
    hint_zh="保留 `async def`；同步视图会为每个访问者占用一个线程。",
)
async def view_is_async(world, submission):
    submission.require_async("books")
