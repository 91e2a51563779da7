import asyncio
import datetime
import decimal
import os
import uuid

from asgiref.sync import sync_to_async
from django.db import DatabaseError, IntegrityError, OperationalError, ProgrammingError, connection, transaction
from django.db.models import StdDev, Sum
from django.db.models.functions import SHA256, TruncMonth
from support import Author, Book


async def names():
    return [author.name async for author in Author.objects.order_by("id")]


@sync_to_async
def values():
    book = Book.objects.select_related("author").get(pk=1)
    assert book.author.name == "Lem"
    assert book.price == decimal.Decimal("12.30")
    assert book.published.isoformat() == "2024-05-06T07:08:09.000120+00:00"
    assert (book.day, book.at) == (datetime.date(2024, 2, 29), datetime.time(23, 59))
    assert book.took == datetime.timedelta(days=1, microseconds=3)
    assert book.good is False and book.weight == 1.25 and bytes(book.cover) == b"\x00\xff"
    assert book.extra == {"a": [1, None]} and book.key == uuid.UUID(int=2**100) and book.number == 2**40
    book.pk, book.cover = None, memoryview(b"\x00\xff")
    book.save()
    assert book.pk == 2
    return "fine"


def refused(kind, sql, params=None):
    try:
        connection.cursor().execute(sql, params)
    except kind as error:
        return type(error.__cause__).__module__ == "sqlite3"
    return False


@sync_to_async
def functions():
    books = Book.objects.all()
    assert books.filter(title__regex="^S.*s$").count() == 1
    assert books.filter(title__icontains="OLAR", day__year=2024, extra__a__0=1).count() == 1
    assert books.annotate(month=TruncMonth("day"), sha=SHA256("title")).get().month == datetime.date(2024, 2, 1)
    assert books.aggregate(sum=Sum("price"), deviation=StdDev("weight")) == {"sum": decimal.Decimal("12.30"), "deviation": 0}
    assert refused(DatabaseError, "/* */ BEGIN") and refused(DatabaseError, "/* */ SAVEPOINT a")
    assert refused(OperationalError, "SELECT nothing FROM") and refused(ProgrammingError, "SELECT %s", [1, 2])
    try:
        Author.objects.create(name="Lem")
    except IntegrityError as error:
        assert "UNIQUE" in str(error)
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO shop_author (name) VALUES (%s)", [("100%",), ("it's",)])
        assert cursor.rowcount == 2
        assert cursor.execute("SELECT id FROM shop_author WHERE name = %s", ["it's"]).fetchone() == (4,)
        cursor.execute("SELECT id, name FROM shop_author WHERE name LIKE %(name)s", {"name": "100%"})
        assert [column[0] for column in cursor.description] == ["id", "name"] and list(cursor) == [(3, "100%")]
    connection.force_debug_cursor = True
    Author.objects.filter(pk=1).update(name="Ursula")
    assert len(connection.queries) == 1 and "Ursula" in connection.queries[0]["sql"]
    return "fine"


async def transactions():
    told = await sync_to_async(in_transactions)()
    await asyncio.gather(Author.objects.acreate(name="x1"), Author.objects.aget_or_create(name="x2"))
    return told


def in_transactions():
    told = []
    with transaction.atomic():
        Author.objects.create(name="a")
        try:
            with transaction.atomic():
                Author.objects.create(name="b")
                raise KeyError
        except KeyError:
            told.append(Author.objects.count())
    for name, expected in (("c", ZeroDivisionError), ("a", IntegrityError)):
        try:
            with transaction.atomic():
                Author.objects.create(name=name)
                1 / 0
        except expected:
            told.append(Author.objects.count())
    transaction.set_autocommit(False)
    Author.objects.create(name="d")
    transaction.rollback()
    Author.objects.create(name="e")
    transaction.commit()
    transaction.set_autocommit(True)
    return [*told, Author.objects.count()]


async def count_on_the_loop():
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    return Author.objects.count()
