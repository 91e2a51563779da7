"""Real locks need nothing; threads teaches them the clock."""


def install():
    pass
