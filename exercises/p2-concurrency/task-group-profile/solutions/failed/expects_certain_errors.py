# fails: the error may be of any type, and come from any part
# diagnosis: expected_exception
# Lists the errors that it knows; any other comes out as a group.
import asyncio

from support import ProfileError


async def load_profile(api):
    try:
        async with asyncio.TaskGroup() as group:
            user = group.create_task(api.user())
            posts = group.create_task(api.posts())
            stats = group.create_task(api.stats())
    except* (ValueError, OSError) as failures:
        raise ProfileError("the profile is incomplete") from failures
    return {"user": user.result(), "posts": posts.result(), "stats": stats.result()}
