# fails: the three parts are loaded at the same time
# diagnosis: answer_not_awaited
# fails: whichever part is slowest, each is in its place
# diagnosis: answer_not_awaited
# Returns the tasks instead of what they brought.
import asyncio

from support import ProfileError


async def load_profile(api):
    try:
        async with asyncio.TaskGroup() as group:
            user = group.create_task(api.user())
            posts = group.create_task(api.posts())
            stats = group.create_task(api.stats())
    except ExceptionGroup as failures:
        raise ProfileError("the profile is incomplete") from failures
    return {"user": user, "posts": posts, "stats": stats}
