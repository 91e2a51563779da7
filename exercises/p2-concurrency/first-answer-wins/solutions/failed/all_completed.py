# fails: the quickest mirror wins; the others are called off, and close their connections together
# fails: a mirror that fails is out of the race, and the race goes on; an empty file is an answer
# fails: a race that is cancelled leaves no download behind
# Forgets `return_when`: by default `wait` waits for all.
import asyncio


async def fetch_fastest(mirrors):
    loop = asyncio.get_running_loop()
    ended = {}
    tasks = [asyncio.create_task(mirror()) for mirror in mirrors]
    for task in tasks:
        task.add_done_callback(lambda task: ended.setdefault(task, loop.time()))
    done, pending = await asyncio.wait(tasks)
    for task in pending:
        task.cancel()
    successful = [task for task in done if task.exception() is None]
    if not successful:
        raise ExceptionGroup("no mirror has answered", [task.exception() for task in done])
    return min(successful, key=ended.get).result()
