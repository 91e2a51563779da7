# fails: three requests at once; methods
from django.http import JsonResponse
from django.urls import path
from django.views import View
from support import ask_status


async def status(request):
    return JsonResponse({"status": await ask_status()})


class StatusView(View):
    def get(self, request):
        return JsonResponse({"status": "fine"})

    async def post(self, request):
        return JsonResponse({"noted": request.POST["note"]})


urlpatterns = [path("status/", status), path("view/", lambda request: StatusView.as_view()(request))]
