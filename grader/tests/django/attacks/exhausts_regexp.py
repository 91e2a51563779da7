# attack: stands still in a regular expression
# killed: cpu
from asgiref.sync import sync_to_async
from overlap._database.base import send


async def names():
    return await sync_to_async(send)("SELECT 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' REGEXP '(a+)+c'")
