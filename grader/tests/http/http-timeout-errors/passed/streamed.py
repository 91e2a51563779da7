import asyncio
import json

import httpx

from support import run


async def read(client, url):
    parts = []
    async with client.stream("GET", url, timeout=None) as response:
        if response.is_error:
            return None
        async for part in response.aiter_bytes():
            parts.append(part)
    return json.loads(b"".join(parts))


async def safe_fetch(client, url, timeout) -> dict | None:
    try:
        return await asyncio.wait_for(read(client, url), timeout)
    except (httpx.TransportError, TimeoutError):
        return None
