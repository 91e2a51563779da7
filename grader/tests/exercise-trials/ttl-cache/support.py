import gc
import weakref

_values = weakref.WeakSet()


class Value:
    """A value to be kept; it is known how many of them there are."""

    def __init__(self):
        _values.add(self)


def alive():
    gc.collect()
    return len(_values)


async def set_value(cache, ttl):
    """A value that nobody else knows of."""
    await cache.set("value", Value(), ttl=ttl)
