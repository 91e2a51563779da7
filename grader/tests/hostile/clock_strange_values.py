# attack: waits and blocks for negative, huge, fractional and meaningless times
# expect: overall=failed scenario=failed|errored|out_of_time
from overlap import _bridge

VALUES = (-1, -(10**30), 0.5, 1e300, float("nan"), float("inf"), None, "1", [], {}, True, 2**53, 10**18)


def digest(first, number, last):
    for value in VALUES:
        for request in (("block", value, None, None, None), ("wait", value, None, None, None),
                        ("thread_begin", 1, value, "x", None, None, None), ("thread_begin", value, 0, "x", None, None, None)):
            if request[:2] == ("wait", None):
                continue
            try:
                _bridge.request(*request)
            except (_bridge.BridgeRefused, ValueError):
                pass
    return "x"
