"""The bookshop's model, and its connection to the warehouse."""

from django.db import models

from overlap import blocking_service, service


class Book(models.Model):
    name = models.CharField(max_length=200)
    price = models.IntegerField()

    class Meta:
        app_label = "bookshop"
        ordering = ["name"]


#: `ask_warehouse([1, 2])` returns {1: 3, 2: 0}: the copies in stock by id. Blocks until the answer is there.
ask_warehouse = blocking_service("warehouse")

#: The same question, to be awaited: `await ask_warehouse_async([1, 2])`.
ask_warehouse_async = service("warehouse")
