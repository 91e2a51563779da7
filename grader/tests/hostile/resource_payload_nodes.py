# attack: makes calls whose arguments are cheap to send and expensive to read
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio
import os

NODES = b'{\\"t\\":[[[' + b",".join([b"[]"] * 190_000) + b']],{\\"d\\":[]}]}'
BODY = b'[[],"call","profiles","' + NODES + b'",null,null,null]'
FRAME = b"q%08x" % len(BODY) + BODY


async def load(fetch, uids):
    for _ in range(300):
        os.write(3, FRAME)
    await asyncio.sleep(2)
    return []
