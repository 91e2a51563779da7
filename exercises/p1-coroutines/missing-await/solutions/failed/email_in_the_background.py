# fails: one step after another, and the receipt in the end
# fails: every step gets what it needs, however long the others take; three customers at the same time
# fails: the e-mail belongs to the checkout, with its failure, too
# The mail is on its way; whether it arrives nobody will know.
import asyncio


async def checkout(api, cart):
    await api.reserve(cart)
    receipt = await api.pay(cart)
    asyncio.create_task(api.email(receipt))
    return receipt
