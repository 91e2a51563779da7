# fails: *
# status: deadlocked
import concurrent.futures


async def get(api, url):
    future = concurrent.futures.Future()
    api.get(url, future.set_result, future.set_exception)
    return future.result()
