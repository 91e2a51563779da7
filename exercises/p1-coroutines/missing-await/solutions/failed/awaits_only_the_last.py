# fails: *
# diagnosis: never_awaited
# One `await` is not enough for all that was called before it.
async def checkout(api, cart):
    api.reserve(cart)
    receipt = api.pay(cart)
    await api.email(receipt)
    return receipt
