import asyncio

from support import ProfileError


async def load_profile(api):
    return {
        "user": await api.user(),
        "posts": await api.posts(),
        "stats": await api.stats(),
    }
