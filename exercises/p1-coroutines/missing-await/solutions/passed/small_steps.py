async def charge(api, cart):
    await api.reserve(cart)
    return await api.pay(cart)


async def checkout(api, cart):
    receipt = await charge(api, cart)
    await api.email(receipt)
    return receipt
