# fails: a program fails: its exception comes out, and the others are closed
from collections import deque


def run_all(programs):
    waiting = deque(programs)
    results = []
    while waiting:
        program = waiting.popleft()
        try:
            next(program)
            waiting.append(program)
        except StopIteration as end:
            results.append(end.value)
    return results
