# Two steps, written out: start everybody, then wait for everybody.
import asyncio


async def fetch_users(fetch, ids):
    tasks = [asyncio.create_task(fetch(user_id)) for user_id in ids]
    return [await task for task in tasks]
