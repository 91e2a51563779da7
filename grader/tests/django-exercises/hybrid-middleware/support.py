import asyncio

from django.http import Http404, HttpResponse
from django.urls import path
from overlap import django_project

django_project(MIDDLEWARE=["submission.a", "submission.b"], ROOT_URLCONF="support")
log = []


async def view(request):
    log.append("view")
    await asyncio.sleep(0.5)
    return HttpResponse("done")


def sync_view(request):
    log.append("view")
    return HttpResponse("done")


async def missing(request):
    raise Http404


urlpatterns = [path("", view), path("sync/", sync_view), path("missing/", missing)]
