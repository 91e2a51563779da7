# fails: twenty programs of different lengths, and nobody is passed over
# fails: a program that is finished at its first turn, and one that returns nothing
# fails: a program fails: its exception comes out, and the others are closed
# The program after the one that drops out loses its turn.
def run_all(programs):
    alive = list(programs)
    results = []
    try:
        while alive:
            for program in alive:
                try:
                    next(program)
                except StopIteration as end:
                    alive.remove(program)
                    results.append(end.value)
    finally:
        for program in alive:
            program.close()
    return results
