# attack: computes the secrets of the world from their public formula instead of calling the service
# expect: overall=failed scenario=failed|errored
import asyncio
import hashlib
import random


async def load(fetch, uids):
    """Never calls anything for the answer; the calls and the second that passes are there for show."""
    asyncio.gather(*(fetch(uid) for uid in uids)).cancel()
    await asyncio.sleep(1)
    return [{"id": uid, "key": hashlib.sha256(f"1/{uid!r}".encode()).hexdigest()[:12]} for uid in uids]


async def archive(read, pages):
    return [hashlib.sha256(f"1/{('archive', page)!r}".encode()).hexdigest()[:12] for page in pages]
