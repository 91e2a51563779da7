# Runs at the end of building a submission image. CPython specialises its bytecode and fills its caches while it runs;
# both live in memory, so what has run once before the image is taken runs faster in every interpreter made from it.

def warm():
    import asyncio
    import json
    from overlap import _bridge, _codec, _endpoint, _references, _where

    async def leaf(number):
        await asyncio.sleep(0)
        return number

    async def main():
        semaphore, queue = asyncio.Semaphore(2), asyncio.Queue()

        async def limited(number):
            async with semaphore:
                return await leaf(number)

        await asyncio.gather(*(limited(number) for number in range(20)))
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(leaf(number)) for number in range(20)]
        await asyncio.wait([asyncio.ensure_future(leaf(1))])
        for done in asyncio.as_completed([leaf(1), leaf(2)]):
            await done
        await asyncio.wait_for(leaf(1), 5)
        async with asyncio.timeout(5):
            await queue.put(1)
            await queue.get()
        return [task.result() for task in tasks]

    for _ in range(6):
        run_to_end(main())
    value = {"a": [1, 2.5, "x", None, True, (1, 2), {3}], "b": ValueError("x")}
    for _ in range(30):
        _endpoint.decode(_endpoint.encode(value))
    compile("async def f(x):\n    return [await y for y in x]\n", "warm.py", "exec")
    _bridge.take_notes()
    _where.forget_rows()
    _endpoint.loop = None
    _endpoint.table.entries.clear()
    _endpoint.table.numbers.clear()
    _references._waiting.clear()


warm()
