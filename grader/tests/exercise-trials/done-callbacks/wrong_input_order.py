# fails: *
import asyncio


async def track(tasks, log):
    for label, task in tasks:
        try:
            log.append((label, await task))
        except asyncio.CancelledError:
            log.append((label, "cancelled"))
        except Exception:
            log.append((label, "failed"))
