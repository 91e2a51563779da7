import asyncio

import httpx


def get_page(name):
    with httpx.Client(base_url="https://pages.example.com") as client:
        response = client.get(f"/{name}", timeout=10)
    if response.is_error:
        raise httpx.HTTPError("no page")
    return response.text


async def main(greet):
    return await asyncio.gather(asyncio.to_thread(get_page, "a"), asyncio.to_thread(get_page, "b"), greet())
