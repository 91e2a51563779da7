# fails: a refused payment: no e-mail is sent
# diagnosis: expected_exception
# fails: nothing on the shelf: nobody is charged
# diagnosis: expected_exception
# fails: the e-mail belongs to the checkout, with its failure, too
# diagnosis: expected_exception
async def checkout(api, cart):
    try:
        await api.reserve(cart)
        receipt = await api.pay(cart)
        await api.email(receipt)
        return receipt
    except Exception as error:
        print("checkout failed:", error)
