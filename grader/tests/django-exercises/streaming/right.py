import io

from django.http import FileResponse, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import path
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from support import read

cleaned_up = 0


async def produce():
    global cleaned_up
    try:
        for number in range(3):
            yield await read(number)
    except BaseException:
        cleaned_up += 1
        raise


async def stream(request):
    return StreamingHttpResponse(produce(), content_type="text/plain")


async def slow(request):
    global cleaned_up
    try:
        return HttpResponse(await read(9))
    finally:
        cleaned_up += 1


@csrf_exempt
async def upload(request):
    file = request.FILES["file"]
    return JsonResponse({"title": request.POST["title"], "lines": len(list(file)), "name": file.name,
                         "type": file.content_type, "size": request.FILES["other"].size})


@cache_control(max_age=60)
async def download(request):
    response = FileResponse(io.BytesIO(b"\x00\x01"), as_attachment=True, filename="data.bin")
    response.set_cookie("seen", "yes")
    return response


urlpatterns = [path("stream/", stream), path("slow/", slow), path("upload/", upload), path("download/", download)]
