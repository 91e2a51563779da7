# fails: a slow answer is given up after the time limit; a silent host is given up after the time limit
# diagnosis: exception
# fails: statuses that mean failure give None; connections that fail give None
# fails: an answer that trickles in does not go beyond the limit
import httpx

from support import run


async def safe_fetch(client, url, timeout) -> dict | None:
    try:
        response = await client.get(url, timeout=timeout)
        response.raise_for_status()
        return response.json()
    except TimeoutError:
        return None
