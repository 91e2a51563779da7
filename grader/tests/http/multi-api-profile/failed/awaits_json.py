# fails: *
# diagnosis: exception
import httpx

from support import FOLLOWERS, POSTS, PROFILES


async def load_profile(user_id):
    async with httpx.AsyncClient() as client:
        response = await client.get(f"{PROFILES}/users/{user_id}")
        return {"profile": await response.json()}
