# fails: three requests at once; methods
import time

from django.http import JsonResponse
from django.urls import path
from django.views import View


def status(request):
    time.sleep(1)
    return JsonResponse({"status": "fine"})


class StatusView(View):
    def get(self, request):
        time.sleep(1)
        return JsonResponse({"status": "fine"})

    def post(self, request):
        return JsonResponse({"noted": request.POST["note"]})


urlpatterns = [path("status/", status), path("view/", StatusView.as_view())]
