import asyncio
import gc
import threading
import warnings


def quiet():
    return 1


def swallow():
    try:
        return 1 / 0
    finally:
        return 2


def outdated():
    warnings.warn("outdated() will go away", DeprecationWarning, stacklevel=1)


def careful():
    with warnings.catch_warnings(record=True):
        outdated()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        outdated()


async def save():
    pass


async def forget():
    save()


async def fail():
    raise ValueError("no such user")


async def drop_task():
    task = asyncio.create_task(fail())
    await asyncio.sleep(1)
    del task


async def collect_late(kept=[]):
    kept.append(asyncio.create_task(fail()))
    await asyncio.sleep(1)
    return await asyncio.gather(*kept, return_exceptions=True)


async def collect_never(kept=[]):
    kept.append(asyncio.create_task(fail()))
    await asyncio.sleep(1)


async def answer_twice():
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, future.set_result, 1)
    asyncio.get_running_loop().call_later(2, lambda: future.set_result(2))
    await asyncio.sleep(3)


async def own_handler():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
    await drop_task()


async def fail_in_thread():
    thread = threading.Thread(target=quiet_failure)
    thread.start()
    thread.join()


def quiet_failure():
    raise KeyError("lost")


class Stubborn:
    def __del__(self):
        raise OSError("cannot close")


async def fail_in_cleanup():
    Stubborn()
    gc.collect()


async def drop_future():
    asyncio.get_running_loop().create_future().set_exception(ValueError("nobody looks"))


async def shield():
    everything = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    try:
        await asyncio.shield(everything)
    finally:
        everything.cancel()
        await asyncio.wait([everything])
