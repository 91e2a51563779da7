# fails: two at a time; blocked paths
import asyncio
from inspect import markcoroutinefunction

from django.http import Http404


class Limit:
    async_capable, sync_capable = True, False

    def __init__(self, get_response):
        self.get_response = get_response
        self.semaphore = asyncio.Semaphore(2)

    async def __call__(self, request):
        if request.path.startswith("/blocked/"):
            raise Http404
        async with self.semaphore:
            return await self.get_response(request)
