import asyncio
import time

from asgiref.sync import sync_to_async
from django.db import transaction
from django.http import JsonResponse
from django.urls import path
from support import Item


@transaction.atomic
def add_two(request):
    prefix = request.GET.get("name", "")
    Item.objects.create(name=prefix + "p")
    Item.objects.create(name=prefix + "q")
    time.sleep(float(request.GET["wait"]))
    return JsonResponse("done", safe=False)


async def add_one(request):
    await Item.objects.acreate(name=request.GET["name"])
    return JsonResponse("done", safe=False)


async def count(request):
    return JsonResponse(await Item.objects.acount(), safe=False)


@transaction.atomic
def fail(request):
    Item.objects.create(name="never")
    raise ValueError("fail")


@sync_to_async
def nested():
    told = []
    with transaction.atomic():
        Item.objects.create(name="outer")
        transaction.on_commit(lambda: told.append("committed"))
        try:
            with transaction.atomic():
                Item.objects.create(name="inner")
                transaction.on_commit(lambda: told.append("never"))
                raise KeyError
        except KeyError:
            assert told == []
        with transaction.atomic():
            Item.objects.create(name="second")
    return told


@transaction.atomic
def raise_count(request):
    items = Item.objects if "careless" in request.GET else Item.objects.select_for_update()
    item = items.get(name=request.GET["name"])
    item.count += 1
    item.save()
    return JsonResponse(item.count, safe=False)


def sync_view(request):
    time.sleep(1)
    return JsonResponse("done", safe=False)


async def in_one_place():
    answers = await asyncio.gather(*(sync_to_async(sync_view)(None) for _ in range(3)))
    return [answer.status_code for answer in answers]


urlpatterns = [path("add-two/", add_two), path("add-one/", add_one), path("count/", count), path("fail/", fail),
               path("raise/", raise_count), path("sync/", sync_view)]
