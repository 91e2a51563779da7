# fails: reports together, the ledger on one thread
import asyncio

from asgiref.sync import sync_to_async
from support import add, report


async def totals(reports, amounts):
    in_thread = sync_to_async(report)
    both = await asyncio.gather(*(in_thread(n) for n in reports), *(sync_to_async(add)(n) for n in amounts))
    return sum(both[: len(reports)]), sum(both[len(reports) :])
