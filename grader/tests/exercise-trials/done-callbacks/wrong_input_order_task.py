# fails: each task is logged when it ends
# diagnosis: wrong_list
import asyncio


def track(tasks, log):
    async def follow():
        for label, task in tasks:
            try:
                log.append((label, await task))
            except asyncio.CancelledError:
                log.append((label, "cancelled"))
            except Exception:
                log.append((label, "failed"))

    track.task = tasks[0][1].get_loop().create_task(follow())
