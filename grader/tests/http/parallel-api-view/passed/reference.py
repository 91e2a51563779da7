import asyncio

import httpx
from django.http import JsonResponse
from django.urls import path


async def fetch(client, url):
    response = await client.get(url)
    response.raise_for_status()
    return response.text


async def both(request):
    async with httpx.AsyncClient() as client:
        try:
            async with asyncio.TaskGroup() as group:
                a = group.create_task(fetch(client, "https://a.example.com/data"))
                b = group.create_task(fetch(client, "https://b.example.com/data"))
        except* httpx.HTTPError:
            failed = True
        else:
            failed = False
    if failed:
        return JsonResponse({"error": "bad gateway"}, status=502)
    return JsonResponse({"a": a.result(), "b": b.result()})


urlpatterns = [path("both/", both)]
