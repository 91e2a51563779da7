from django.db import models
from overlap import blocking_service


class Account(models.Model):
    owner = models.CharField(max_length=20, primary_key=True)
    balance = models.IntegerField()


class InsufficientFunds(Exception):
    pass


notify = blocking_service("notify")
