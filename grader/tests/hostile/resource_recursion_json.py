# attack: recurses in C: json, repr and comparison of a structure that is too deep
# expect: overall=errored error=resource_limit:recursion|resource_limit:memory|resource_limit:cpu|resource_limit:exit|does_not_import
import json
import sys

sys.setrecursionlimit(2**31 - 1)
deep = []
for _ in range(400_000):
    deep = [deep]
for action in (json.dumps, repr, lambda value: value == [value]):
    try:
        action(deep)
    except RecursionError:
        pass
raise RecursionError("held")
