# fails: *
# Asks for results inside the block, where no task has even begun.
import asyncio

from support import ProfileError


async def load_profile(api):
    try:
        async with asyncio.TaskGroup() as group:
            user = group.create_task(api.user())
            posts = group.create_task(api.posts())
            stats = group.create_task(api.stats())
            return {"user": user.result(), "posts": posts.result(), "stats": stats.result()}
    except ExceptionGroup as failures:
        raise ProfileError("the profile is incomplete") from failures
