# fails: create, show, rename, delete; unknown
import json

from django.http import HttpResponse, JsonResponse
from django.shortcuts import aget_object_or_404, redirect
from django.urls import path
from django.views.decorators.http import require_http_methods
from support import Book


@require_http_methods(["POST"])
async def create(request):
    book = await Book.objects.acreate(name=request.POST["name"], price=int(request.POST["price"]))
    return redirect("detail", book.pk)


async def detail(request, pk):
    book = Book.objects.get(pk=pk)
    return JsonResponse({"id": book.id, "name": book.name, "price": book.price})


async def rename(request, pk):
    book = Book.objects.get(pk=pk)
    book.name = json.loads(request.body)["name"]
    await book.asave(update_fields=["name"])
    return HttpResponse("renamed")


async def delete(request, pk):
    book = Book.objects.get(pk=pk)
    await book.adelete()
    return HttpResponse(status=204)


urlpatterns = [path("create/", create), path("detail/<int:pk>/", detail, name="detail"),
               path("rename/<int:pk>/", rename), path("delete/<int:pk>/", delete)]
