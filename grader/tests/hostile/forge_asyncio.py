# attack: patches asyncio so that nothing waits any more
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio


async def at_once(*args, **kwargs):
    return None


asyncio.sleep = at_once
asyncio.futures._PyFuture.__await__ = asyncio.tasks._PyTask.__await__ = lambda self: iter(())
asyncio.gather = at_once
asyncio.BaseEventLoop.time = lambda self: 0.0
asyncio.base_events.BaseEventLoop._run_once = lambda self: None


async def load(fetch, uids):
    return [await fetch(uid) for uid in uids]
