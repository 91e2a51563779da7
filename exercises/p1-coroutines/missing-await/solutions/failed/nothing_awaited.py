# fails: *
# diagnosis: never_awaited
async def checkout(api, cart):
    api.reserve(cart)
    receipt = api.pay(cart)
    api.email(receipt)
    return receipt
