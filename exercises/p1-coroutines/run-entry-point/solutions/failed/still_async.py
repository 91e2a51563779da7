# fails: *
# An `async def` needs a loop itself; it cannot be the way into one.
async def start(coro_fn, *args):
    return await coro_fn(*args)
