# fails: given up, then a late answer; two answers; two answers at the same instant
# diagnosis: unhandled
import asyncio


async def get(api, url):
    future = asyncio.get_running_loop().create_future()
    api.get(url, future.set_result, future.set_exception)
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(url)
        raise
