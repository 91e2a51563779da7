import asyncio
import time

from django.http import HttpResponse
from django.urls import path
from overlap import django_project, service

django_project(MIDDLEWARE=["submission.timing"], ROOT_URLCONF="support")
work = service("work")


async def view(request):
    await work()
    return HttpResponse("done")


async def broken(request):
    await work()
    raise ValueError("broken")


def sync_view(request):
    time.sleep(0.5)
    return HttpResponse("done")


urlpatterns = [path("", view), path("broken/", broken), path("sync/", sync_view)]
