async def checkout(api, cart):
    await api.reserve(cart)
    receipt = await api.pay(cart)
    await api.email(receipt)
    return receipt
