# fails: ten deposits on one account; two accounts do not wait for each other
# diagnosis: wrong_value
async def deposit(store, account, amount):
    value = await store.read(account)
    await store.write(account, value + amount)
