# fails: three answers in two seconds
# diagnosis: serial
import asyncio


async def main(get_url, greet):
    return [await asyncio.to_thread(get_url, "a"), await asyncio.to_thread(get_url, "b"), await greet()]
