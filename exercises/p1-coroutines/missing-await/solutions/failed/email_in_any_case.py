# fails: a refused payment: no e-mail is sent
# diagnosis: wrong_count
# fails: nothing on the shelf: nobody is charged
# `finally` runs after a failure, too.
async def checkout(api, cart):
    receipt = None
    try:
        await api.reserve(cart)
        receipt = await api.pay(cart)
        return receipt
    finally:
        await api.email(receipt)
