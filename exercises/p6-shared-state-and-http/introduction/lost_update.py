import asyncio

stock = 10


async def sell(number):
    global stock
    before = stock
    await asyncio.sleep(0.1)
    stock = before - number


async def main():
    await asyncio.gather(sell(1), sell(2), sell(3))
    print("left:", stock)
