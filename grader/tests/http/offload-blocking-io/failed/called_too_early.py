# fails: two pages and a greeting in two seconds
# status: errored
# diagnosis: exception
import asyncio
import urllib.request


def get_page(name):
    with urllib.request.urlopen(f"https://pages.example.com/{name}", timeout=10) as response:
        return response.read().decode()


async def main(greet):
    return await asyncio.gather(asyncio.to_thread(get_page("a")), asyncio.to_thread(get_page("b")), greet())
