# fails: one INSERT; nothing of a bad list
import asyncio

from support import Book


async def create(row):
    if row["price"] < 0:
        await asyncio.sleep(1)
        raise ValueError("price")
    return (await Book.objects.acreate(**row)).pk


async def import_books(rows):
    return await asyncio.gather(*(create(row) for row in rows))
