def run_all(programs):
    alive = list(programs)
    results = []
    try:
        while alive:
            still_alive = []
            for program in alive:
                try:
                    next(program)
                    still_alive.append(program)
                except StopIteration as end:
                    results.append(end.value)
            alive = still_alive
    finally:
        for program in alive:
            program.close()
    return results
