from inspect import iscoroutinefunction

from django.utils.decorators import sync_and_async_middleware
from support import log

kinds = []


def make(name):
    @sync_and_async_middleware
    def factory(get_response):
        kinds.append(iscoroutinefunction(get_response))
        if iscoroutinefunction(get_response):

            async def middleware(request):
                log.append(f"{name}>")
                response = await get_response(request)
                log.append(f"<{name}")
                response["X-Request-Id"] = name
                return response
        else:

            def middleware(request):
                log.append(f"{name}>")
                response = get_response(request)
                log.append(f"<{name}")
                response["X-Request-Id"] = name
                return response

        return middleware

    return factory


a, b = make("a"), make("b")
