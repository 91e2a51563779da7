# fails: logging in with a password; being logged in from the start
from asgiref.sync import sync_to_async
from django.contrib import messages
from django.contrib.auth import aauthenticate, alogin, alogout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST


@ensure_csrf_cookie
async def home(request):
    return await sync_to_async(render)(request, "home.html")


@require_POST
async def log_in(request):
    user = await aauthenticate(request, username=request.POST["username"], password=request.POST["password"])
    if user is None:
        return HttpResponse(status=401)
    await alogin(request, user)
    return HttpResponse(status=204)


async def log_out(request):
    await alogout(request)
    return HttpResponse(status=204)


@login_required
async def private(request):
    user = request.user
    visits = await request.session.aget("visits", 0) + 1
    await request.session.aset("visits", visits)
    return JsonResponse({"id": user.pk, "visits": visits})


async def note(request):
    messages.info(request, request.POST["text"])
    return HttpResponse(status=204)


urlpatterns = [path("home/", home), path("login/", log_in), path("logout/", log_out), path("private/", private),
               path("note/", note)]
