import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "is here")
    return name


async def main():
    results = await asyncio.gather(fetch("user", 1), fetch("posts", 2), fetch("stats", 1.5))
    print(results)
