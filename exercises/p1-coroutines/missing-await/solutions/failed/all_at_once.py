# fails: *
# `gather` makes it fast, and charges for goods that are not there.
import asyncio


async def checkout(api, cart):
    _, receipt, _ = await asyncio.gather(api.reserve(cart), api.pay(cart), api.email(cart))
    return receipt
