# fails: *
import asyncio


async def checkout(api, cart):
    _, receipt = await asyncio.gather(api.reserve(cart), api.pay(cart))
    await api.email(receipt)
    return receipt
