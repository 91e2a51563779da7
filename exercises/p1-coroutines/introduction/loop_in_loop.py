import asyncio


async def fetch():
    await asyncio.sleep(1)
    return "data"


async def main():
    fetching = fetch()
    try:
        asyncio.run(fetching)
    except RuntimeError as error:
        print("refused:", type(error).__name__)
    print("awaited:", await fetching)
