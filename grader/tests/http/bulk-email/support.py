import httpx

URL = "https://mail.example.com/send"


async def run(function, users, limit):
    async with httpx.AsyncClient(timeout=2.0) as client:
        return await function(client, users, limit)
