import asyncio


async def cancel_prefix(prefix):
    me = asyncio.current_task()
    chosen = {task.get_name(): task for task in asyncio.all_tasks() if task is not me}
    chosen = {name: task for name, task in chosen.items() if name[: len(prefix)] == prefix}
    for task in chosen.values():
        task.cancel()
    if chosen:
        await asyncio.wait(chosen.values())
    return sorted(chosen)
