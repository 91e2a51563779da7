import asyncio

import aiomysql


async def names(connection):
    async with connection.cursor() as cursor:
        await cursor.execute("SELECT name FROM things")
        return [name for (name,) in await cursor.fetchall()]


async def commits():
    async with aiomysql.connect(db="shop") as one, aiomysql.connect(db="shop") as other:
        async with one.cursor() as cursor:
            await cursor.execute("INSERT INTO things (name) VALUES (%s)", ("mine",))
            number = cursor.lastrowid
        got = [await names(other), await names(one)]
        await one.commit()
        got.append(await names(other))
        async with other.cursor() as cursor:
            await cursor.execute("INSERT INTO things (name) VALUES (%(name)s)", {"name": "lost"})
        await other.rollback()
        assert await names(other) == ["mine"]
    return [*got, number]


async def pooled(count, size):
    async with aiomysql.create_pool(minsize=1, maxsize=size, db="shop") as pool:
        async def one():
            async with pool.acquire() as connection:
                await names(connection)

        await asyncio.gather(*(one() for _ in range(count)))
        return [pool.size, pool.freesize]


async def errors():
    got = []

    async def attempt(awaitable):
        try:
            await awaitable
        except Exception as error:
            got.append(" ".join([type(error).__name__, *map(str, error.args[:1] if isinstance(error, aiomysql.Error) else [])]))

    connection = await aiomysql.connect(db="shop", autocommit=True)
    cursor = await connection.cursor()
    await cursor.execute("INSERT INTO things (name) VALUES ('a')")
    await attempt(cursor.execute("INSERT INTO things (name) VALUES ('a')"))
    await attempt(cursor.execute("SELEC"))
    await attempt(cursor.execute("SELECT * FROM nowhere"))
    await attempt(aiomysql.connect(db="unknown"))
    full = await aiomysql.connect(db="full")
    await attempt(aiomysql.connect(db="full"))
    await attempt(aiomysql.connect(db="closed"))
    full.close()
    await attempt(full.commit())
    await attempt(asyncio.gather(cursor.execute("SELECT 1"), cursor.execute("SELECT 2")))
    await asyncio.sleep(1)
    await attempt(cursor.execute("SELECT %s, %s", (1,)))
    return got


async def cancelled():
    connection = await aiomysql.connect(db="shop")
    try:
        async with asyncio.timeout(1.0):
            await names(connection)
    except TimeoutError:
        return connection.closed


kept = []


async def forgets():
    for close in (True, False):
        connection = await aiomysql.connect(db="shop")
        cursor = await connection.cursor()
        kept.append((connection, cursor))
        if close:
            await cursor.close()
            connection.close()
