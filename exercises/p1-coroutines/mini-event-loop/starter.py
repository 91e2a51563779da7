def run_all(programs):
    waiting = list(programs)
    results = []
    while True:
        if waiting == None:
            break
        program = waiting.pop(0)
        next(program)
    return results
