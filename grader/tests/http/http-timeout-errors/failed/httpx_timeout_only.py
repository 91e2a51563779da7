# fails: an answer that trickles in does not go beyond the limit
import httpx

from support import run


async def safe_fetch(client, url, timeout) -> dict | None:
    try:
        response = await client.get(url, timeout=timeout)
        response.raise_for_status()
        return response.json()
    except httpx.HTTPError:
        return None
