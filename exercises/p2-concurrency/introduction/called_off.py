import asyncio


async def download():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.5)
        print("connection closed")


async def main():
    task = asyncio.create_task(download())
    await asyncio.sleep(1)
    task.cancel()
    print("cancelled already?", task.cancelled())
    await asyncio.wait([task])
    print("cancelled now?", task.cancelled())
