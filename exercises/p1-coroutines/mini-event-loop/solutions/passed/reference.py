from collections import deque


def run_all(programs):
    waiting = deque(programs)
    results = []
    try:
        while waiting:
            program = waiting.popleft()
            try:
                next(program)
            except StopIteration as end:
                results.append(end.value)
            else:
                waiting.append(program)
    finally:
        for program in waiting:
            program.close()
    return results
