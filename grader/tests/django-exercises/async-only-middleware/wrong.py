# fails: five requests at once; it runs on the loop
# A sync middleware: Django adapts the async view for it, and it for the server.
import time
from asyncio import _get_running_loop

loops = []


def timing(get_response):
    def middleware(request):
        began = time.perf_counter()
        loops.append(_get_running_loop())
        response = get_response(request)
        response["X-Elapsed"] = f"{time.perf_counter() - began:.2f}"
        return response

    return middleware


async def ran_on_loop():
    return loops == [_get_running_loop()]
