import asyncio

from django.http import JsonResponse
from django.urls import path
from support import UpstreamError, fetch_a, fetch_b


async def view(request):
    try:
        async with asyncio.TaskGroup() as group:
            a, b = group.create_task(fetch_a()), group.create_task(fetch_b())
    except* UpstreamError:
        status = 502
    else:
        status = 200
    if status == 502:
        return JsonResponse({"error": "upstream"}, status=502)
    return JsonResponse({"a": a.result(), "b": b.result()})


urlpatterns = [path("", view)]
