"""Queue, PriorityQueue, LifoQueue: order, back-pressure, join, shutdown."""

import asyncio

from support import Stopwatch, same


async def items_come_out_in_order_and_consumers_take_turns():
    queue, log = asyncio.Queue(), []

    async def consumer(name):
        for _ in range(2):
            log.append((name, await queue.get()))
            await asyncio.sleep(1)

    tasks = [asyncio.create_task(consumer(name)) for name in "ab"]
    await asyncio.sleep(0)
    for item in range(4):
        queue.put_nowait(item)
    await asyncio.gather(*tasks)
    same(log[:2], [("a", 0), ("b", 1)])
    same([item for _, item in log], [0, 1, 2, 3])


async def a_full_queue_holds_back_who_puts():
    queue, log, watch = asyncio.Queue(maxsize=2), [], Stopwatch()

    async def producer():
        for item in range(4):
            await queue.put(item)
            log.append((item, watch.seconds))

    async def consumer():
        for _ in range(4):
            await asyncio.sleep(1)
            queue.get_nowait()

    await asyncio.gather(producer(), consumer())
    same(log, [(0, 0.0), (1, 0.0), (2, 1.0), (3, 2.0)])


async def the_nowait_methods_say_full_and_empty():
    queue = asyncio.Queue(maxsize=1)
    queue.put_nowait(1)
    same((queue.full(), queue.qsize()), (True, 1))
    for act, error in ((lambda: queue.put_nowait(2), asyncio.QueueFull), (asyncio.Queue().get_nowait, asyncio.QueueEmpty)):
        try:
            act()
        except error:
            continue
        raise AssertionError(f"no {error.__name__}")


async def a_priority_queue_gives_the_smallest_first():
    queue = asyncio.PriorityQueue()
    for item in ((3, "c"), (1, "a"), (2, "b")):
        await queue.put(item)
    same([(await queue.get())[1] for _ in range(3)], ["a", "b", "c"])


async def a_lifo_queue_gives_the_latest_first():
    queue = asyncio.LifoQueue()
    for item in "abc":
        await queue.put(item)
    same([await queue.get() for _ in range(3)], ["c", "b", "a"])


async def join_waits_until_every_item_is_done():
    queue, watch = asyncio.Queue(), Stopwatch()
    for item in range(3):
        queue.put_nowait(item)

    async def worker():
        while True:
            await queue.get()
            await asyncio.sleep(1)
            queue.task_done()

    task = asyncio.create_task(worker())
    await queue.join()
    task.cancel()
    same(watch.seconds, 3.0)
    try:
        queue.task_done()
    except ValueError:
        return
    raise AssertionError("task_done once too often was taken")


async def a_cancelled_getter_takes_no_item():
    queue = asyncio.Queue()
    task = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    task.cancel()
    queue.put_nowait("item")
    await asyncio.wait([task])
    same((task.cancelled(), queue.qsize()), (True, 1))


async def shutdown_ends_who_waits_and_refuses_who_puts():
    queue, log = asyncio.Queue(), []

    async def consumer():
        try:
            while True:
                log.append(await queue.get())
        except asyncio.QueueShutDown:
            log.append("shut down")

    task = asyncio.create_task(consumer())
    queue.put_nowait(1)
    await asyncio.sleep(1)
    queue.shutdown()
    await task
    same(log, [1, "shut down"])
    try:
        queue.put_nowait(2)
    except asyncio.QueueShutDown:
        return
    raise AssertionError("a queue that was shut down took an item")
