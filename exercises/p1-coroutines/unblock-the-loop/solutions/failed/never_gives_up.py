# fails: never up: told right after the last attempt
# status: out_of_time
# fails: other intervals, other limits, and a success at the last attempt
# status: out_of_time
import asyncio


async def poll(check, interval, attempts):
    attempt = 1
    while not check():
        await asyncio.sleep(interval)
        attempt += 1
    return attempt
