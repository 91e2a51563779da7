# fails: all that went wrong is in the cause, also what went wrong in a clean-up
# Makes a new group of the first error only.
import asyncio

from support import ProfileError


async def load_profile(api):
    try:
        async with asyncio.TaskGroup() as group:
            user = group.create_task(api.user())
            posts = group.create_task(api.posts())
            stats = group.create_task(api.stats())
    except ExceptionGroup as failures:
        raise ProfileError("the profile is incomplete") from ExceptionGroup("profile", failures.exceptions[:1])
    return {"user": user.result(), "posts": posts.result(), "stats": stats.result()}
