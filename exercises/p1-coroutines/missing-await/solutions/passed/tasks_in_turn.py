import asyncio


async def checkout(api, cart):
    await asyncio.create_task(api.reserve(cart))
    receipt = await asyncio.create_task(api.pay(cart))
    await asyncio.create_task(api.email(receipt))
    return receipt
