import asyncio

import httpx

from support import run


async def safe_fetch(client, url, timeout) -> dict | None:
    try:
        async with asyncio.timeout(timeout):
            response = await client.get(url, timeout=timeout)
            response.raise_for_status()
            return response.json()
    except (httpx.HTTPError, TimeoutError):
        return None
