# fails: the caller has such a name, too
# status: deadlocked
import asyncio


async def cancel_prefix(prefix):
    chosen = [task for task in asyncio.all_tasks() if task.get_name().startswith(prefix)]
    for task in chosen:
        task.cancel()
    await asyncio.gather(*chosen, return_exceptions=True)
    return sorted(task.get_name() for task in chosen)
