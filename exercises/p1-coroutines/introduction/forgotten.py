import asyncio


async def save(text):
    await asyncio.sleep(1)
    print("saved:", text)


async def main():
    print("before")
    save("the only copy")
    print("after, and nothing has been saved")
