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


async def book_and_log(log, seats):
    for seat in seats:
        log.append(await buy(seat))


async def raise_in_group():
    raise ExceptionGroup("all", [ValueError("wrong")])


async def count_to(end):
    for number in range(end):
        yield number


async def count_slowly():
    await asyncio.sleep(1)
    return 3


def start_nothing():
    return asyncio.get_running_loop().create_task(asyncio.sleep(0, "nothing"))
