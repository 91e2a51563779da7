# attack: writes HTML, Markdown and template syntax wherever a text can go
# expect: overall=failed scenario=failed|errored
TEXT = "<script>alert(1)</script><img src=x onerror=resource_limit:alert(1)> [passed](javascript:alert(1)) {{7*7}} ${7*7} %s %n"


def digest(first, number, last):
    print(TEXT)
    raise RuntimeError(TEXT)


async def load(fetch, uids):
    print(TEXT)
    return TEXT


async def trade(desk, on_step, confirm, once):
    raise type(TEXT, (Exception,), {})(TEXT)
