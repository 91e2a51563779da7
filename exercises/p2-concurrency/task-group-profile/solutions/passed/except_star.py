# `except*` always hands over a group, so it can be the cause as it is.
import asyncio

from support import ProfileError


async def load_profile(api):
    parts = {"user": api.user, "posts": api.posts, "stats": api.stats}
    try:
        async with asyncio.TaskGroup() as group:
            tasks = {name: group.create_task(load()) for name, load in parts.items()}
    except* Exception as failures:
        raise ProfileError("the profile is incomplete") from failures
    return {name: task.result() for name, task in tasks.items()}
