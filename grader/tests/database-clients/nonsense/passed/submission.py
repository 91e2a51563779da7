import asyncio

from overlap._network import at_once
from overlap._student import service

ODD = [None, True, -1, 10**30, 1.5, "", b"", [], {}, ["format", [[]]], ["numeric", {"a": []}], {"a": 1}]


async def nonsense():
    at_once("vault", "connect", 1)
    for odd in ODD:
        for arguments in ([odd], ["query", odd], ["query", 1, odd, odd], ["query", 1, "SELECT 1", odd], [odd, 1, odd],
                          ["mark", 1, odd], ["commit", 1, odd], ["cursor closed", 1]):
            at_once("vault", *arguments)
            await service("vault")(*arguments)
    return True


async def read_twice():
    at_once("vault", "connect", 2)
    slow = asyncio.ensure_future(service("vault")("query", 2, "SELECT word FROM secrets", None))
    await asyncio.sleep(0)
    mark = await service("vault")("query", 2, "BEGIN", None)
    assert at_once("vault", "query", 2, "SELECT word FROM secrets", None) is None
    assert mark[0] == "rows"
    first = (await slow)[0]
    return [first, "rows"]


async def programs():
    at_once("vault", "connect", 3)
    got = []
    for sql in ("BEGIN EXCLUSIVE TRANSACTION", "SAVEPOINT x", "ATTACH ':memory:' AS other", "PRAGMA writable_schema = ON",
                "CREATE TRIGGER t AFTER INSERT ON secrets BEGIN DELETE FROM secrets; END", "SELECT load_extension('x')",
                "VACUUM INTO 'x'", "BEGIN" + " " * 100_000 + ";x"):
        got.append((await service("vault")("query", 3, sql, None))[0])
    return got
