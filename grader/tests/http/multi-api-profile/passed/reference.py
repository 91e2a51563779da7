import asyncio

import httpx

from support import FOLLOWERS, POSTS, PROFILES


async def fetch(client, base, user_id):
    response = await client.get(f"{base}/users/{user_id}")
    response.raise_for_status()
    return response.json()


async def optional(client, base, user_id):
    try:
        return await fetch(client, base, user_id)
    except httpx.HTTPError:
        return None


async def load_profile(user_id):
    async with httpx.AsyncClient() as client:
        try:
            async with asyncio.TaskGroup() as group:
                profile = group.create_task(fetch(client, PROFILES, user_id))
                posts = group.create_task(optional(client, POSTS, user_id))
                followers = group.create_task(optional(client, FOLLOWERS, user_id))
        except* httpx.HTTPStatusError as errors:
            raise errors.exceptions[0] from None
    return {"profile": profile.result(), "posts": posts.result(), "followers": followers.result()}
