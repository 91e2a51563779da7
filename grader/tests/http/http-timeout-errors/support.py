import httpx


async def run(function, url, timeout):
    async with httpx.AsyncClient() as client:
        return await function(client, url, timeout)
