# attack: fills the judge's memory
# killed: memory
from asgiref.sync import sync_to_async
from overlap._database.base import send


async def names():
    return await sync_to_async(send)("SELECT length(REPEAT('a', 2000000000))")
