"""Real threads count their bodies themselves; what a body is called is the product's."""

from . import _threads, take_over

take_over("_bodies", globals())


def install():
    _threads.install()
