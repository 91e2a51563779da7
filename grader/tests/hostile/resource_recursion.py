# attack: calls itself without end, with the recursion limit raised
# expect: overall=errored error=resource_limit:recursion|resource_limit:memory|resource_limit:cpu|resource_limit:exit|does_not_import
import sys

sys.setrecursionlimit(2**31 - 1)


def again(n):
    return again(n + 1) + 1


again(0)
