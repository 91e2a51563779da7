import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "is here")
    return name


async def main():
    await fetch("user", 1)
    await fetch("posts", 2)
    await fetch("stats", 1.5)
