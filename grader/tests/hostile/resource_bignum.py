# attack: never ends, in the arithmetic of a huge number
# expect: overall=errored error=resource_limit:cpu|resource_limit:memory
print((3 ** (10**9)) % 7)
