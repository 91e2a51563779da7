# fails: two pages and a greeting in two seconds
# diagnosis: serial
import asyncio

import httpx
import requests


def get_page(name):
    response = requests.get(f"https://pages.example.com/{name}", timeout=10)
    response.raise_for_status()
    return response.text


async def main(greet):
    return [await asyncio.to_thread(get_page, "a"), await asyncio.to_thread(get_page, "b"), await greet()]
