import asyncio

LIMIT = 3


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def nap_in_tasks(seconds):
    await asyncio.gather(nap(seconds), nap(seconds))


async def leave(seconds):
    asyncio.create_task(nap(seconds))


async def call(job):
    return await job()


async def fail_after(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("failed")


async def clean_up(log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        log.append(*error.args)
        await asyncio.sleep(0.1)
        log.append("clean")
        raise


async def refuse_to_stop():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
    return "still here"


def start(function, *args):
    waiting = wrap(function, args)
    try:
        return asyncio.run(waiting)
    finally:
        waiting.close()


async def wrap(function, args):
    return await function(*args)


async def divide():
    return 1 / 0


def start_all(job, numbers):
    return asyncio.gather(*(asyncio.get_running_loop().create_task(job(number)) for number in numbers))


def describe(task):
    if not task.done():
        return [task.get_name(), "pending"]
    if task.cancelled():
        return [task.get_name(), "cancelled"]
    error = task.exception()
    return [task.get_name(), type(error).__name__ if error else task.result()]


async def collect(queue):
    items, begin = [], asyncio.get_running_loop().time()
    while (item := await queue.get()) is not None:
        items.append((item, round(asyncio.get_running_loop().time() - begin, 9)))
    return items
