import asyncio


async def make_tea():
    print("water on")
    await asyncio.sleep(2)
    print("tea is ready")
    return "a cup of tea"


async def main():
    order = make_tea()
    print("ordered:", type(order).__name__)
    cup = await order
    print("served:", cup)
