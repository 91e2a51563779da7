# fails: a program fails: its exception comes out, and the others are closed
# diagnosis: expected_exception
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
        except Exception as error:
            results.append(error)
    return results
