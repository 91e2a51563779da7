# fails: both at once, for five visitors; one fails
import asyncio

from django.http import JsonResponse
from django.urls import path
from support import fetch_a, fetch_b


async def view(request):
    return JsonResponse({"a": asyncio.run(fetch_a()), "b": asyncio.run(fetch_b())})


urlpatterns = [path("", view)]
