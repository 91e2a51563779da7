# attack: asks for a number that does not fit into memory
# expect: overall=errored error=resource_limit:memory|does_not_import
x = 1 << (1 << 33)
