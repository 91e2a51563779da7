# fails: only the tasks of this prefix; the caller has such a name, too; clean-up is waited for
import asyncio


async def cancel_prefix(prefix):
    chosen = [task for task in asyncio.all_tasks() - {asyncio.current_task()} if task.get_name().startswith(prefix)]
    for task in chosen:
        task.cancel()
    return sorted(task.get_name() for task in chosen)
