# fails: one step after another, and the receipt in the end
# fails: every step gets what it needs, however long the others take; three customers at the same time
# fails: the e-mail belongs to the checkout, with its failure, too
# diagnosis: never_awaited
async def checkout(api, cart):
    await api.reserve(cart)
    payment = api.pay(cart)
    receipt = await payment
    return api.email(receipt)
