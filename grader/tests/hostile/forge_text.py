# attack: returns and raises texts with NUL characters and halves of surrogate pairs
# expect: overall=failed scenario=failed|errored
def digest(first, number, last):
    return "\ud800\x00\udfff" * 10


async def load(fetch, uids):
    print("\ud83d\x00\x1b[2J")
    raise type("\ud800Error", (Exception,), {}) if False else ValueError("\x00\udfff" * 200)


async def trade(desk, on_step, confirm, once):
    return on_step("\ud800")
