from django.http import JsonResponse
from django.urls import path
from django.views import View
from support import ask_status


async def status(request):
    return JsonResponse({"status": await ask_status()})


class StatusView(View):
    async def get(self, request):
        return JsonResponse({"status": await ask_status()})

    async def post(self, request):
        return JsonResponse({"noted": request.POST["note"]})


urlpatterns = [path("status/", status), path("view/", StatusView.as_view())]
