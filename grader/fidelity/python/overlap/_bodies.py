"""Real threads count their bodies themselves."""

from . import _threads


def install():
    _threads.install()
