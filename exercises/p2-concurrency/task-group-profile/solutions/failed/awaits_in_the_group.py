# fails: the three parts are loaded at the same time
# diagnosis: serial
# fails: whichever part is slowest, each is in its place
# diagnosis: serial
# fails: a failing part calls off the others, and a ProfileError says so
# fails: the error may be of any type, and come from any part
# fails: all that went wrong is in the cause, also what went wrong in a clean-up
# fails: a cancelled caller is cancelled, and has no failed profile
# Waits for each task before the next one is made: a group of one.
import asyncio

from support import ProfileError


async def load_profile(api):
    try:
        async with asyncio.TaskGroup() as group:
            user = await group.create_task(api.user())
            posts = await group.create_task(api.posts())
            stats = await group.create_task(api.stats())
    except ExceptionGroup as failures:
        raise ProfileError("the profile is incomplete") from failures
    return {"user": user, "posts": posts, "stats": stats}
