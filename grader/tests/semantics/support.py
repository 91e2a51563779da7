"""What the cases share. Runs in the sandbox as the exercise's support.py, and on any CPython beside the cases."""

import asyncio
import re


def show(*values):
    """Prints what both interpreters must print alike: values without addresses, which are never the same."""
    print(*(repr(value) if not re.search(r"0x|<", repr(value)) else type(value).__name__ for value in values))


def same(got, expected):
    """Shows the value. Both sides are in the message: the sandbox shows it when a case fails."""
    show(got)
    assert got == expected, f"got {got!r}, expected {expected!r}"


class Stopwatch:
    """Seconds of the loop's clock since it was made, rounded: a float near 5000 does not hold every microsecond."""

    def __init__(self):
        self._begin = asyncio.get_running_loop().time()

    @property
    def seconds(self):
        return round(asyncio.get_running_loop().time() - self._begin, 6)


async def after(seconds, value=None, log=None):
    """Sleep, then return the value; keeps it in the log."""
    await asyncio.sleep(seconds)
    if log is not None:
        log.append(value)
    return value


async def fail_after(seconds, error):
    """Sleep, then raise."""
    await asyncio.sleep(seconds)
    raise error


async def until_cancelled(log, name="cancelled", clean_up=0):
    """Waits for ever; notes its cancellation and takes its time to clean up."""
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        if clean_up:
            await asyncio.sleep(clean_up)
        log.append(name)
        raise
