import asyncio

import asyncpg

DSN = "postgresql://app@db.example.com/bank"


async def rows():
    connection = await asyncpg.connect(DSN)
    try:
        everybody = await connection.fetch("SELECT owner FROM accounts ORDER BY id")
        ann = await connection.fetchrow("SELECT owner, balance FROM accounts WHERE id = $1", 1)
        assert ann[0] == ann["owner"] == "ann"
        return [[row["owner"] for row in everybody], dict(ann), await connection.fetchval("SELECT sum(balance) FROM accounts"),
                await connection.fetchrow("SELECT 1 WHERE 1 = 0"),
                await connection.execute("UPDATE accounts SET balance = balance + $1", 1),
                await connection.execute("INSERT INTO accounts (owner, balance) VALUES ($1, $2)", "cyd", 0)]
    finally:
        await connection.close()


async def transfer():
    connection = await asyncpg.connect(DSN)
    async with connection.transaction():
        await connection.execute("UPDATE accounts SET balance = balance - 10 WHERE id = 1")
        try:
            async with connection.transaction():
                await connection.execute("UPDATE accounts SET balance = 0")
                raise LookupError
        except LookupError:
            pass
        await connection.execute("UPDATE accounts SET balance = balance + 10 WHERE id = 2")
    try:
        async with connection.transaction():
            await connection.execute("UPDATE accounts SET balance = 0")
            await connection.execute("INSERT INTO accounts (owner, balance) VALUES ('ann', 1)")
    except asyncpg.PostgresError as error:
        return type(error).__name__
    finally:
        await connection.close()


async def pooled():
    async with asyncpg.create_pool(DSN, min_size=1, max_size=3) as pool:
        async def total():
            async with pool.acquire() as connection:
                return await connection.fetchval("SELECT sum(balance) FROM accounts")

        return await asyncio.gather(*(total() for _ in range(3)), *(pool.fetchval("SELECT sum(balance) FROM accounts")
                                                                    for _ in range(3)))


async def errors():
    got = []

    async def attempt(awaitable):
        try:
            await awaitable
        except Exception as error:
            got.append(type(error).__name__)

    connection = await asyncpg.connect(database="bank")
    await attempt(connection.fetch("SELEC"))
    await attempt(connection.fetch("SELECT * FROM nowhere"))
    await attempt(asyncio.gather(connection.fetch("SELECT 1"), connection.fetch("SELECT 2")))
    await asyncio.sleep(2.0)
    await attempt(connection.fetch("SELECT 1", timeout=0.5))
    await connection.close()
    await attempt(connection.fetch("SELECT 1"))
    await attempt(asyncpg.connect(database="nowhere"))
    return got
