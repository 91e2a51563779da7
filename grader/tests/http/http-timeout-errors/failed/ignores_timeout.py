# fails: a slow answer is given up after the time limit; a silent host is given up after the time limit
# diagnosis: wrong_time
# fails: an answer that trickles in does not go beyond the limit
# httpx waits five seconds unless it is told otherwise.
import httpx

from support import run


async def safe_fetch(client, url, timeout) -> dict | None:
    try:
        response = await client.get(url)
        response.raise_for_status()
        return response.json()
    except httpx.HTTPError:
        return None
