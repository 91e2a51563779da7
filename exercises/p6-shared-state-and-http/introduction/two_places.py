import asyncio

places = asyncio.Semaphore(2)


async def request(name, seconds):
    async with places:
        await asyncio.sleep(seconds)
    print(name)


async def main():
    await asyncio.gather(request("a", 1), request("b", 3), request("c", 1.5), request("d", 1))
