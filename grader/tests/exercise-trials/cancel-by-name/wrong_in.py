# fails: only the tasks of this prefix
import asyncio


async def cancel_prefix(prefix):
    chosen = [task for task in asyncio.all_tasks() - {asyncio.current_task()} if prefix in task.get_name()]
    for task in chosen:
        task.cancel()
    await asyncio.gather(*chosen, return_exceptions=True)
    return sorted(task.get_name() for task in chosen)
