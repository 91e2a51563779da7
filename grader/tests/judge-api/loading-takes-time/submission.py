import asyncio


async def tell(service):
    await asyncio.sleep(0.5)
    return await service()


asyncio.run(asyncio.sleep(1.0))
