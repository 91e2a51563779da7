# fails: two transfers at once
from asgiref.sync import sync_to_async
from django.db import transaction
from django.db.models import F
from django.http import HttpResponse
from django.urls import path
from support import Account, InsufficientFunds, notify


@sync_to_async
@transaction.atomic
def transfer(src, dst, amount):
    source = Account.objects.get(pk=src)
    if source.balance < amount:
        raise InsufficientFunds
    source.balance -= amount
    source.save()
    notify(src, dst)
    Account.objects.filter(pk=dst).update(balance=F("balance") + amount)


async def view(request, src, dst, amount):
    await transfer(src, dst, amount)
    return HttpResponse("done")


urlpatterns = [path("transfer/<src>/<dst>/<int:amount>/", view)]
