# attack: calls itself without end, with the recursion limit raised
# expect: overall=errored error=resource_limit:recursion|memory|cpu|exit|does_not_import
import sys

sys.setrecursionlimit(2**31 - 1)


def again(n):
    return again(n + 1) + 1


again(0)
