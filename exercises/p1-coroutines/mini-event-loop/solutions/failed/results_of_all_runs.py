# fails: two runs do not know of each other
# A default value is made once, and all calls share it.
from collections import deque


def run_all(programs, results=[]):
    waiting = deque(programs)
    try:
        while waiting:
            program = waiting.popleft()
            try:
                next(program)
                waiting.append(program)
            except StopIteration as end:
                results.append(end.value)
    finally:
        for program in waiting:
            program.close()
    return results
