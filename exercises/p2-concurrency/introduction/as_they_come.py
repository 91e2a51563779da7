import asyncio


async def ask(shop, seconds):
    await asyncio.sleep(seconds)
    if shop == "attic":
        raise LookupError("attic: sold out")
    return f"{shop}: in stock"


async def main():
    shops = {"bookworm": 3, "attic": 1, "paperback": 2}
    tasks = [asyncio.create_task(ask(shop, seconds)) for shop, seconds in shops.items()]
    async for task in asyncio.as_completed(tasks):
        print(task.exception() or task.result())
