import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    if name == "stats":
        raise ValueError("no statistics today")
    print(name, "is here")


async def main():
    try:
        await asyncio.gather(fetch("user", 2), fetch("stats", 1), fetch("posts", 3))
    except ValueError as error:
        print("failed:", error)
    await asyncio.sleep(2.5)
    print("main is done")
