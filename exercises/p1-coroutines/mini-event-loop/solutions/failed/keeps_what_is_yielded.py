# fails: three programs take turns; twenty programs of different lengths, and nobody is passed over
# fails: a program that is finished at its first turn, and one that returns nothing; what programs yield does not matter
# fails: a program of ten thousand turns beside a short one; two runs do not know of each other
# Takes what is yielded for the result.
from collections import deque


def run_all(programs):
    waiting = deque(programs)
    results = []
    try:
        while waiting:
            program = waiting.popleft()
            try:
                results.append(next(program))
                waiting.append(program)
            except StopIteration:
                pass
    finally:
        for program in waiting:
            program.close()
    return results
