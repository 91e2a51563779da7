from support import Book


async def import_books(rows):
    for row in rows:
        if row["price"] < 0:
            raise ValueError("price")
    books = await Book.objects.abulk_create([Book(**row) for row in rows])
    return [book.pk for book in books]
