# fails: *
# diagnosis: exception
import asyncio


async def checkout(api, cart):
    asyncio.run(api.reserve(cart))
    receipt = asyncio.run(api.pay(cart))
    asyncio.run(api.email(receipt))
    return receipt
