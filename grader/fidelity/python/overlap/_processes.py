"""Real process pools need nothing."""


def install():
    pass
