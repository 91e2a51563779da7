# fails: three programs take turns; twenty programs of different lengths, and nobody is passed over
# fails: a program that is finished at its first turn, and one that returns nothing; what programs yield does not matter
# fails: a program of ten thousand turns beside a short one
# fails: a program fails: its exception comes out, and the others are closed; two runs do not know of each other
# Who is not finished is lost.
def run_all(programs):
    waiting = list(programs)
    results = []
    while waiting:
        program = waiting.pop(0)
        try:
            next(program)
        except StopIteration as end:
            results.append(end.value)
    return results
