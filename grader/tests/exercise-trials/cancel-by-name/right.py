import asyncio


async def cancel_prefix(prefix):
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    chosen = [task for task in tasks if task.get_name().startswith(prefix)]
    for task in chosen:
        task.cancel()
    await asyncio.gather(*chosen, return_exceptions=True)
    return sorted(task.get_name() for task in chosen)
