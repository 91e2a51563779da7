# attack: takes all memory, again and again after every MemoryError
# expect: overall=errored error=resource_limit:memory|resource_limit:cpu
kept = []
while True:
    try:
        while True:
            kept.append([0] * 100_000)
    except MemoryError:
        kept.append(None)
