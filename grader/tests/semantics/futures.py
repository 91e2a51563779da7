"""Futures: what they take, and how they tell how they stand."""

import asyncio
import concurrent.futures

from support import same, show


async def stop_iteration_cannot_be_the_exception_of_a_future():
    future = asyncio.get_running_loop().create_future()  # since 3.13
    try:
        future.set_exception(StopIteration())
    except TypeError as error:
        show(str(error))
    else:
        show(type(future.exception()).__name__)
    future.cancel()


async def an_exception_class_becomes_an_instance():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError)
    same(repr(future.exception()), "ValueError()")


async def a_future_says_how_it_stands():
    future = asyncio.get_running_loop().create_future()
    for asked in (future.result, future.exception):
        try:
            asked()
        except asyncio.InvalidStateError as error:
            show(str(error))
    same((future.done(), future.cancelled()), (False, False))
    same((future.cancel("why"), future.cancel()), (True, False))
    same((future.done(), future.cancelled()), (True, True))
    for asked in (future.result, future.exception):
        try:
            asked()
        except asyncio.CancelledError as error:
            show(error.args)


async def isfuture_and_ensure_future_know_their_kinds():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(asyncio.sleep(0))
    same((asyncio.isfuture(future), asyncio.isfuture(task), asyncio.isfuture(asyncio.sleep)), (True, True, False))
    same((asyncio.ensure_future(future) is future, asyncio.ensure_future(task) is task), (True, True))
    try:
        asyncio.ensure_future(42)
    except TypeError as error:
        show(str(error))
    await task
    future.cancel()


async def ensure_future_takes_anything_that_can_be_awaited():
    class Awaitable:
        def __await__(self):
            yield from asyncio.sleep(1).__await__()
            return "awaited"

    same(await asyncio.ensure_future(Awaitable()), "awaited")


async def the_future_of_a_pool_is_none_of_asyncio():
    future = concurrent.futures.Future()
    attempts = [
        lambda: asyncio.gather(future),
        lambda: asyncio.gather(asyncio.sleep(0), future),
        lambda: asyncio.ensure_future(future),
        lambda: asyncio.shield(future),
        lambda: asyncio.wait_for(future, 1),
        lambda: asyncio.wait([future], timeout=1),
    ]
    for is_done in (False, True):
        if is_done:
            future.set_result(1)
        for attempt in attempts:
            try:
                show(await attempt())
            except (TypeError, AttributeError) as error:
                show(type(error).__name__)
    same(await asyncio.wrap_future(future), 1)
