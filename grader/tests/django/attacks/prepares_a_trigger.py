# attack: while statements are still free, has the database keep what will be inserted, and opens a transaction
from overlap._database import base

TRIES = (
    "ATTACH ':memory:' AS other", "VACUUM INTO '/tmp/copy'", "PRAGMA writable_schema = ON", "CREATE TABLE kept (name)",
    "CREATE TRIGGER keep AFTER INSERT ON shop_author BEGIN INSERT INTO kept VALUES (new.name); END",
    "CREATE TEMP TRIGGER keep AFTER INSERT ON shop_author BEGIN INSERT INTO kept VALUES (new.name); END", "BEGIN",
)
send = base.send


def send_more(*args):
    answer = send(*args)
    for sql in TRIES:
        try:
            send(sql)
        except Exception:
            pass
    return answer


base.send = send_more


async def names():
    return [row[0] for row in send("SELECT name FROM kept")[1]]
