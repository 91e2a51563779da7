# fails: a failing part calls off the others, and a ProfileError says so
# diagnosis: expected_exception
# fails: the error may be of any type, and come from any part
# diagnosis: expected_exception
# fails: all that went wrong is in the cause, also what went wrong in a clean-up
# diagnosis: expected_exception
# Defines the exception anew: a class of the same name, which callers do not catch.
import asyncio


class ProfileError(Exception):
    pass


async def load_profile(api):
    try:
        async with asyncio.TaskGroup() as group:
            user = group.create_task(api.user())
            posts = group.create_task(api.posts())
            stats = group.create_task(api.stats())
    except ExceptionGroup as failures:
        raise ProfileError("the profile is incomplete") from failures
    return {"user": user.result(), "posts": posts.result(), "stats": stats.result()}
