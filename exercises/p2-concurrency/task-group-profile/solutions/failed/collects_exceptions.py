# fails: a failing part calls off the others, and a ProfileError says so
# diagnosis: wrong_cancellation
# fails: all that went wrong is in the cause, also what went wrong in a clean-up
# Waits for all parts, although the profile is lost after the first failure.
import asyncio

from support import ProfileError


async def load_profile(api):
    user, posts, stats = await asyncio.gather(api.user(), api.posts(), api.stats(), return_exceptions=True)
    failures = [part for part in (user, posts, stats) if isinstance(part, Exception)]
    if failures:
        raise ProfileError("the profile is incomplete") from ExceptionGroup("parts", failures)
    return {"user": user, "posts": posts, "stats": stats}
