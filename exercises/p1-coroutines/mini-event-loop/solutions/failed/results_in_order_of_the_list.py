# fails: three programs take turns; twenty programs of different lengths, and nobody is passed over
# fails: a program that is finished at its first turn, and one that returns nothing; what programs yield does not matter
# fails: a program of ten thousand turns beside a short one
from collections import deque


def run_all(programs):
    programs = list(programs)
    waiting = deque(enumerate(programs))
    results = [None] * len(programs)
    try:
        while waiting:
            number, program = waiting.popleft()
            try:
                next(program)
                waiting.append((number, program))
            except StopIteration as end:
                results[number] = end.value
    finally:
        for _, program in waiting:
            program.close()
    return results
