import asyncio


async def wait(seconds):
    await asyncio.sleep(seconds)
    print("waited", seconds)


async def main():
    await asyncio.gather(wait(2), wait(1))
