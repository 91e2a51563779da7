# fails: three hosts are asked at once; a profile that is missing stops the rest
import httpx

from support import FOLLOWERS, POSTS, PROFILES


async def fetch(client, base, user_id):
    response = await client.get(f"{base}/users/{user_id}")
    response.raise_for_status()
    return response.json()


async def load_profile(user_id):
    async with httpx.AsyncClient() as client:
        found = {"posts": None, "followers": None}
        for name, base in (("posts", POSTS), ("followers", FOLLOWERS), ("profile", PROFILES)):
            try:
                found[name] = await fetch(client, base, user_id)
            except httpx.HTTPStatusError:
                if name == "profile":
                    raise
        return found
