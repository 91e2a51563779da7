# attack: ends the interpreter out of a finalizer, a callback, a trace function and a codec
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio
import os
import sys


class Last:
    def __del__(self):
        os._exit(0)


async def load(fetch, uids):
    asyncio.get_running_loop().call_soon(sys.exit)
    await asyncio.sleep(1)


def digest(first, number, last):
    Last()


async def trade(desk, on_step, confirm, once):
    sys.settrace(lambda *_: os.abort())
    on_step("open")
