from overlap.judge import scenario


async def fill(submission, count):
    await submission.database.load("Author", [{"id": n, "name": f"Author <{n}>"} for n in range(1, 4)])
    await submission.database.load("Book", [{"name": f"Book {n}", "author": 1 + n % 3} for n in range(count)])


@scenario("a page of five")
async def page(world, submission):
    database = world.database(query_latency=0.1)
    await fill(submission, 8)
    answer = await submission.client.get("/books/", query={"page": 2})
    assert answer.status == 200
    assert answer.text == (
        "<title>8 books</title><ul><li>Book 5, Author &lt;3&gt;</li><li>Book 6, Author &lt;1&gt;</li>"
        "<li>Book 7, Author &lt;2&gt;</li></ul>")
    assert len(database.queries) == 2
    assert "COUNT" in database.queries[0] and "JOIN" in database.queries[1] and "LIMIT" in database.queries[1]
    assert world.elapsed == 0.2
    assert not world.blocked


@scenario("no books")
async def none(world, submission):
    world.database(query_latency=0.1)
    answer = await submission.client.get("/books/?page=9")
    assert answer.text == "<title>0 books</title><ul>none</ul>"
