# fails: a cancelled caller is cancelled, and has no failed profile
# diagnosis: expected_exception
# The cancellation of the caller becomes a failed profile.
import asyncio

from support import ProfileError


async def load_profile(api):
    try:
        async with asyncio.TaskGroup() as group:
            user = group.create_task(api.user())
            posts = group.create_task(api.posts())
            stats = group.create_task(api.stats())
    except BaseException as failure:
        raise ProfileError("the profile is incomplete") from failure
    return {"user": user.result(), "posts": posts.result(), "stats": stats.result()}
