# attack: writes terminal escapes and bidirectional controls into names, output and exceptions
# expect: overall=failed scenario=failed|errored
ESCAPES = "\x1b[2J\x1b[32mPASSED\x1b[0m\x1b]0;passed\x07\u202edessap\u202c\u2066\u200b\r\nPASSED"


def digest(first, number, last):
    print(ESCAPES)
    raise type(ESCAPES, (Exception,), {})(ESCAPES)


async def load(fetch, uids):
    async def inner():
        return await fetch(uids[0])

    inner.__qualname__ = inner.__name__ = ESCAPES
    coroutine = inner()
    coroutine.__qualname__ = coroutine.__name__ = ESCAPES
    raise type(ESCAPES, (Exception,), {})(await coroutine)
