import time

from django.utils.decorators import async_only_middleware

from asyncio import _get_running_loop

loops = []


@async_only_middleware
def timing(get_response):
    async def middleware(request):
        began = time.perf_counter()
        loops.append(_get_running_loop())
        response = await get_response(request)
        response["X-Elapsed"] = f"{time.perf_counter() - began:.2f}"
        return response

    return middleware


async def ran_on_loop():
    return loops == [_get_running_loop()]
