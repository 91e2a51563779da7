# attack: asks the database as if it were a service with an asynchronous interface, and reads row by row
from overlap import service


async def names():
    database, found = service("database"), []
    for number in range(1, 6):
        found.append((await database("SELECT name FROM shop_author WHERE id = %s", [number]))[1][0][0])
    return found
