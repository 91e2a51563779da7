import asyncio


async def download():
    print("download begins")
    await asyncio.sleep(2)
    return "data"


async def main():
    task = asyncio.create_task(download())
    print("task created")
    await asyncio.sleep(1.5)
    print("own work done")
    print(await task)
