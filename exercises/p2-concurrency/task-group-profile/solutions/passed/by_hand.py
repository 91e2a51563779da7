# What the group does, by hand: call off the others at the first failure, wait for them, gather all failures.
import asyncio

from support import ProfileError


async def load_profile(api):
    parts = {"user": api.user, "posts": api.posts, "stats": api.stats}
    tasks = {name: asyncio.create_task(load()) for name, load in parts.items()}
    failed = []

    def note(task):
        if not task.cancelled() and task.exception() is not None:
            failed.append(task.exception())

    for task in tasks.values():
        task.add_done_callback(note)
    try:
        await asyncio.wait(tasks.values(), return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks.values():
            task.cancel()
        await asyncio.wait(tasks.values())
    if failed:
        raise ProfileError("the profile is incomplete") from ExceptionGroup("parts that failed", failed)
    return {name: task.result() for name, task in tasks.items()}
