import asyncio


async def fetch(name, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "is called off")
        raise
    raise ValueError("no statistics today")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("posts", 3))
            group.create_task(fetch("stats", 1))
    except* ValueError as group_error:
        print("failed:", group_error.exceptions)
