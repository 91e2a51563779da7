# fails: three answers in two seconds
# diagnosis: exception
import asyncio


async def main(get_url, greet):
    return await asyncio.gather(asyncio.to_thread(get_url("a")), asyncio.to_thread(get_url("b")), greet())
