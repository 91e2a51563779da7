# attack: hides the tasks it leaves behind from the report
# expect: overall=failed scenario=failed|errored passed=1
import asyncio

from overlap import _endpoint


async def load(fetch, uids):
    """What is hidden is only what could not matter any more: nothing of it reaches a service."""
    got = list(await asyncio.gather(*(fetch(uid) for uid in uids)))
    asyncio.get_running_loop().create_task(asyncio.sleep(50))
    _endpoint.loop.live_tasks.clear()
    return got if len(uids) == 5 else []
