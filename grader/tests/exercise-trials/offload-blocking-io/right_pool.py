import asyncio
from concurrent.futures import ThreadPoolExecutor


async def main(get_url, greet):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        pages = [loop.run_in_executor(pool, get_url, url) for url in "ab"]
        greeting = await greet()
        return [*[await page for page in pages], greeting]
