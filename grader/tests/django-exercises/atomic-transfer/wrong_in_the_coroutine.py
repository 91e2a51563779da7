# fails: a transfer; all or nothing; what is not there cannot be spent; two transfers at once
from django.db import transaction
from django.db.models import F
from django.http import HttpResponse
from django.urls import path
from support import Account, notify


async def transfer(src, dst, amount):
    with transaction.atomic():
        await Account.objects.filter(pk=src).aupdate(balance=F("balance") - amount)
        await Account.objects.filter(pk=dst).aupdate(balance=F("balance") + amount)


async def view(request, src, dst, amount):
    await transfer(src, dst, amount)
    return HttpResponse("done")


urlpatterns = [path("transfer/<src>/<dst>/<int:amount>/", view)]
