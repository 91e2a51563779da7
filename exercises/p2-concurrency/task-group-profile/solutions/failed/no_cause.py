# fails: a failing part calls off the others, and a ProfileError says so
# diagnosis: wrong_cause
# fails: the error may be of any type, and come from any part
# diagnosis: wrong_cause
# fails: all that went wrong is in the cause, also what went wrong in a clean-up
# diagnosis: wrong_cause
# Raises the right error, but does not say what it came from.
import asyncio

from support import ProfileError


async def load_profile(api):
    try:
        async with asyncio.TaskGroup() as group:
            user = group.create_task(api.user())
            posts = group.create_task(api.posts())
            stats = group.create_task(api.stats())
    except ExceptionGroup:
        raise ProfileError("the profile is incomplete") from None
    return {"user": user.result(), "posts": posts.result(), "stats": stats.result()}
