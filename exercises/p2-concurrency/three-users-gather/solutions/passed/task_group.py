# A TaskGroup keeps the tasks together; their results are read after the block.
import asyncio


async def fetch_users(fetch, ids):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(user_id)) for user_id in ids]
    return [task.result() for task in tasks]
