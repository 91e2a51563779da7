# fails: inside a running loop it refuses
# diagnosis: expected_exception
# It works everywhere and stops the caller's loop for as long as the job takes.
import asyncio
from concurrent.futures import ThreadPoolExecutor


def start(coro_fn, *args):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coro_fn(*args))
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, coro_fn(*args)).result()
