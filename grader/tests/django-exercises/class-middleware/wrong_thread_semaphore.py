# fails: two at a time
import threading
from inspect import markcoroutinefunction

from django.http import Http404


class Limit:
    async_capable, sync_capable = True, False

    def __init__(self, get_response):
        self.get_response = get_response
        self.semaphore = threading.Semaphore(2)
        markcoroutinefunction(self)

    async def __call__(self, request):
        if request.path.startswith("/blocked/"):
            raise Http404
        with self.semaphore:
            return await self.get_response(request)
