# attack: has the database count without end
# killed: cpu
from asgiref.sync import sync_to_async
from overlap._database.base import send


async def names():
    return await sync_to_async(send)("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT count(*) FROM c")
