# attack: leaves calls running and hides their tasks; the host still knows the calls
# expect: overall=failed scenario=failed|errored
import asyncio

from overlap import _endpoint


async def load(fetch, uids):
    got = list(await asyncio.gather(*(fetch(uid) for uid in uids)))
    asyncio.get_running_loop().create_task(fetch(99))
    await asyncio.sleep(0)
    _endpoint.loop.live_tasks.clear()
    return got if len(uids) == 5 else []
