# fails: every call has a fresh loop, and closes it
# A loop that is kept for the next job is never closed.
import asyncio


async def stop_what_is_left():
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


runner = asyncio.Runner()


def start(coro_fn, *args):
    try:
        return runner.run(coro_fn(*args))
    finally:
        runner.run(stop_what_is_left())
