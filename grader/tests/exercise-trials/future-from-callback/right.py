import asyncio


async def get(api, url):
    future = asyncio.get_running_loop().create_future()

    def on_ok(value):
        if not future.done():
            future.set_result(value)

    def on_error(error):
        if not future.done():
            future.set_exception(error)

    api.get(url, on_ok, on_error)
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(url)
        raise
