import asyncio


async def ask(airline, seconds):
    await asyncio.sleep(seconds)
    return airline


async def main():
    airlines = {"north": 0.5, "south": 3, "east": 1}
    tasks = [asyncio.create_task(ask(airline, seconds)) for airline, seconds in airlines.items()]
    done, pending = await asyncio.wait(tasks, timeout=2)
    print(len(done), "done,", len(pending), "still running")
    await asyncio.wait(pending)
    print([task.result() for task in tasks])
