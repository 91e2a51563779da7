# fails: parts as they come; a visitor who goes away; files
from django.http import StreamingHttpResponse
from django.urls import path
from support import read


async def stream(request):
    return StreamingHttpResponse([await read(number) for number in range(3)])


urlpatterns = [path("stream/", stream)]
