# fails: one step after another, and the receipt in the end
# diagnosis: wrong_event
# fails: every step gets what it needs, however long the others take
# diagnosis: wrong_event
# fails: a refused payment: no e-mail is sent; the e-mail belongs to the checkout, with its failure, too
# The e-mail is given a coroutine in place of a receipt.
async def checkout(api, cart):
    await api.reserve(cart)
    receipt = api.pay(cart)
    await api.email(receipt)
    return await receipt
