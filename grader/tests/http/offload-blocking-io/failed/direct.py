# fails: two pages and a greeting in two seconds
# diagnosis: blocked_loop
import asyncio

import requests


async def get_page(name):
    response = requests.get(f"https://pages.example.com/{name}", timeout=10)
    response.raise_for_status()
    return response.text


async def main(greet):
    return await asyncio.gather(get_page("a"), get_page("b"), greet())
