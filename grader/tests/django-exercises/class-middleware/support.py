from inspect import iscoroutinefunction

from django.http import HttpResponse
from django.urls import path
from django.utils.decorators import sync_and_async_middleware
from overlap import django_project, service

django_project(MIDDLEWARE=["support.outer", "submission.Limit"], ROOT_URLCONF="support")
work = service("work")
seen = []


@sync_and_async_middleware
def outer(get_response):
    seen.append(iscoroutinefunction(get_response))

    async def middleware(request):
        return await get_response(request)

    return middleware


async def view(request):
    await work()
    return HttpResponse("done")


urlpatterns = [path("", view), path("blocked/", view)]
