# fails: a program that is finished at its first turn, and one that returns nothing
# fails: a program of ten thousand turns beside a short one
from collections import deque


def run_all(programs):
    waiting = deque(programs)
    results = []
    try:
        while waiting:
            program = waiting.popleft()
            try:
                next(program)
                waiting.append(program)
            except StopIteration as end:
                if end.value:
                    results.append(end.value)
    finally:
        for program in waiting:
            program.close()
    return results
