import functools
from inspect import iscoroutinefunction

from django.http import HttpResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.http import require_GET
from support import work


def add_header(name, value):
    def decorate(view):
        if iscoroutinefunction(view):

            @functools.wraps(view)
            async def wrapped(request, *args, **kwargs):
                response = await view(request, *args, **kwargs)
                response[name] = value
                return response
        else:

            @functools.wraps(view)
            def wrapped(request, *args, **kwargs):
                response = view(request, *args, **kwargs)
                response[name] = value
                return response

        return wrapped

    return decorate


@require_GET
@add_header("X-Shop", "books")
async def async_view(request):
    await work()
    return HttpResponse("async")


@add_header("X-Shop", "books")
def sync_view(request):
    return HttpResponse("sync")


class ClassView(View):
    @method_decorator(add_header("X-Shop", "books"))
    async def get(self, request):
        await work()
        return HttpResponse("class")


urlpatterns = [path("async/", async_view), path("sync/", sync_view), path("class/", ClassView.as_view())]
