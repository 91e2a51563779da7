# fails: five requests at once; errors and sync views; it runs on the loop
import time


def timing(get_response):
    async def middleware(request):
        began = time.perf_counter()
        response = await get_response(request)
        response["X-Elapsed"] = f"{time.perf_counter() - began:.2f}"
        return response

    return middleware
