# attack: sends texts that are short and become many objects where they are read, again and again
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio

from overlap import _endpoint

TEXT = '{"t":[[[' + ",".join(['{"s":[]}'] * 60_000) + ']],{"d":[]}]}'


async def load(fetch, uids):
    _endpoint.encode_arguments = lambda args, kwargs: TEXT
    for _ in range(40):
        asyncio.ensure_future(fetch(0))
    await asyncio.sleep(3)
