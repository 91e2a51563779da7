"""A program of the robot that takes its time."""


def count_down(number):
    """So many turns, and then the number."""
    for _ in range(number):
        yield
    return number
