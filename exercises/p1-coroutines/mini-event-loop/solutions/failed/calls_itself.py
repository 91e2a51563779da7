# fails: a program of ten thousand turns beside a short one
# One call within the other for every round; Python allows about a thousand.
def run_all(programs, results=None):
    results = [] if results is None else results
    alive = []
    try:
        for program in programs:
            try:
                next(program)
                alive.append(program)
            except StopIteration as end:
                results.append(end.value)
    except Exception:
        for program in programs:
            program.close()
        raise
    return run_all(alive, results) if alive else results
