# attack: never ends, in C
# expect: overall=errored error=resource_limit:cpu
print(sum(range(10**12)))
