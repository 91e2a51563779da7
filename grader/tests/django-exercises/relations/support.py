import uuid

from django.db import models
from django.dispatch import Signal
from django.utils import timezone


class Tag(models.Model):
    name = models.CharField(max_length=20, unique=True)


class Author(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.CharField(max_length=20)


class Book(models.Model):
    title = models.CharField(max_length=20)
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="books")
    tags = models.ManyToManyField(Tag, related_name="books")
    pages = models.IntegerField(default=100)
    published = models.DateTimeField(default=timezone.now)


sold = Signal()
