# attack: takes all memory in one piece and in many
# expect: overall=errored error=resource_limit:memory
kept = []
while True:
    kept.append(bytearray(8 << 20))
