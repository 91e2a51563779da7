"""The jobs of the nightly batch. Each of them is an ordinary coroutine function."""

import asyncio

from overlap import service

_count = service("count")
_beat = service("beat")
_tidy = service("tidy")


async def count_visits(day, shop="all"):
    """How many people came on that day."""
    return await _count(day, shop)


async def beep():
    """Tells the monitor every ten seconds that the batch is alive; says goodbye when it is stopped."""
    try:
        while True:
            await _beat()
    finally:
        await _tidy()


async def count_with_beeps(day):
    """Counts, with a beeper in the background. Nobody stops the beeper."""
    asyncio.create_task(beep(), name="beeper")
    return await _count(day, "all")


loops = []


async def look_around():
    """Notes in which event loop it runs."""
    loops.append(asyncio.get_running_loop())
