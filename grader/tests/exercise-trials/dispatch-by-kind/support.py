import time
from dataclasses import dataclass


@dataclass
class Job:
    kind: str  # "async", "io" or "cpu"
    fn: object


def compute():
    """A job of one and a half seconds, which a process can be given."""
    time.sleep(1.5)
    return "computed"
