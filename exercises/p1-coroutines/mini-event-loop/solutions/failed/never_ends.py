# fails: *
# status: killed
# An empty list is not None, so the loop goes round with nothing in it.
def run_all(programs):
    waiting = list(programs)
    results = []
    while True:
        if waiting == None:
            break
        for program in list(waiting):
            try:
                next(program)
            except StopIteration as end:
                waiting.remove(program)
                results.append(end.value)
    return results
