import asyncio

from support import buy, buy_slowly


class OwnError(Exception):
    pass


async def book(seat):
    return await buy(seat)


async def book_all(seats):
    return await asyncio.gather(*(buy(seat) for seat in seats))


async def book_slowly(seat):
    return buy_slowly(seat)


async def raise_own():
    raise OwnError("own")


async def forget():
    asyncio.sleep(1)


async def wait_long():
    await asyncio.sleep(50)


async def leave_running():
    global left
    left = asyncio.create_task(asyncio.sleep(5))


async def use(client, call, blocking_call):
    return client.limit, client.add(1, 2), await client.get(3), await call(4), blocking_call(5)


async def peek(client):
    return client.secret


def double(number):
    print("doubling", number)
    return number * 2
