# fails: a failing part calls off the others, and a ProfileError says so
# diagnosis: wrong_cause
# fails: the error may be of any type, and come from any part
# fails: all that went wrong is in the cause, also what went wrong in a clean-up
# gather raises the single error and lets the others go on.
import asyncio

from support import ProfileError


async def load_profile(api):
    try:
        user, posts, stats = await asyncio.gather(api.user(), api.posts(), api.stats())
    except Exception as failure:
        raise ProfileError("the profile is incomplete") from failure
    return {"user": user, "posts": posts, "stats": stats}
