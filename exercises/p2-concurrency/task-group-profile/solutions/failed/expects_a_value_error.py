# fails: a failing part calls off the others, and a ProfileError says so
# diagnosis: expected_exception
# fails: the error may be of any type, and come from any part
# diagnosis: expected_exception
# fails: all that went wrong is in the cause, also what went wrong in a clean-up
# diagnosis: expected_exception
# `except ValueError` does not see into the group, which comes out as it is.
import asyncio

from support import ProfileError


async def load_profile(api):
    try:
        async with asyncio.TaskGroup() as group:
            user = group.create_task(api.user())
            posts = group.create_task(api.posts())
            stats = group.create_task(api.stats())
    except ValueError as failure:
        raise ProfileError("the profile is incomplete") from failure
    return {"user": user.result(), "posts": posts.result(), "stats": stats.result()}
