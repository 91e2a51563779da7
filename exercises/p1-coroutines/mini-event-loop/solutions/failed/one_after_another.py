# fails: three programs take turns; twenty programs of different lengths, and nobody is passed over
# fails: a program that is finished at its first turn, and one that returns nothing; what programs yield does not matter
# fails: a program of ten thousand turns beside a short one
# fails: a program fails: its exception comes out, and the others are closed
# Each program runs to its end before the next one begins.
def run_all(programs):
    results = []
    for program in programs:
        while True:
            try:
                next(program)
            except StopIteration as end:
                results.append(end.value)
                break
    return results
