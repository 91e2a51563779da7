# fails: a job that fails: its own exception comes out, and nothing is left behind
import asyncio


async def stop_what_is_left():
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


def start(coro_fn, *args):
    loop = asyncio.new_event_loop()
    result = loop.run_until_complete(coro_fn(*args))
    loop.run_until_complete(stop_what_is_left())
    loop.close()
    return result
