# fails: *
import asyncio

import httpx
from django.http import JsonResponse
from django.urls import path


async def fetch(url):
    async with httpx.AsyncClient() as client:
        response = await client.get(url)
        response.raise_for_status()
        return response.text


async def both(request):
    a = asyncio.run(fetch("https://a.example.com/data"))
    b = asyncio.run(fetch("https://b.example.com/data"))
    return JsonResponse({"a": a, "b": b})


urlpatterns = [path("both/", both)]
