# attack: raises SystemExit, KeyboardInterrupt and GeneratorExit out of coroutines and callbacks
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio


async def load(fetch, uids):
    asyncio.get_running_loop().call_soon(exit)
    raise SystemExit(0)


def digest(first, number, last):
    raise KeyboardInterrupt


async def trade(desk, on_step, confirm, once):
    def leave():
        raise SystemExit("passed")

    return once(leave)


async def archive(read, pages):
    raise GeneratorExit
