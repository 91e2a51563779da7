"""A bookshop with a column of every kind that Django's SQLite backend treats in a way of its own."""

import uuid

from django.db import models
from django.utils import timezone


class Author(models.Model):
    name = models.CharField(max_length=50, unique=True)

    class Meta:
        app_label = "shop"


class Book(models.Model):
    title = models.CharField(max_length=50)
    author = models.ForeignKey(Author, on_delete=models.CASCADE, null=True)
    price = models.DecimalField(max_digits=8, decimal_places=2, default="1.50")
    published = models.DateTimeField(default=timezone.now)
    day = models.DateField(null=True)
    at = models.TimeField(null=True)
    took = models.DurationField(null=True)
    good = models.BooleanField(default=True)
    weight = models.FloatField(default=0.5)
    cover = models.BinaryField(null=True)
    extra = models.JSONField(default=dict)
    key = models.UUIDField(default=uuid.uuid4)
    number = models.PositiveIntegerField(default=3)

    class Meta:
        app_label = "shop"
