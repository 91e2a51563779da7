# attack: never ends, in Python
# expect: overall=errored error=resource_limit:cpu
while True:
    pass
