import asyncio

import requests


def get_page(name):
    response = requests.get(f"https://pages.example.com/{name}", timeout=10)
    response.raise_for_status()
    return response.text


async def main(greet):
    return await asyncio.gather(asyncio.to_thread(get_page, "a"), asyncio.to_thread(get_page, "b"), greet())
