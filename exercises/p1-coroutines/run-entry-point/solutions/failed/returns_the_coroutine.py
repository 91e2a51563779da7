# fails: *
def start(coro_fn, *args):
    return coro_fn(*args)
