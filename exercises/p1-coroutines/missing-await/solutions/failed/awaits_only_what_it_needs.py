# fails: *
# diagnosis: never_awaited
# Steps without a result are thought to need no `await`.
async def checkout(api, cart):
    api.reserve(cart)
    receipt = await api.pay(cart)
    api.email(receipt)
    return receipt
