# attack: waits and blocks for negative, huge, fractional and meaningless times
# expect: overall=failed scenario=failed|errored|out_of_time
from overlap import _bridge

VALUES = (-1, -(10**30), 0.5, 1e300, float("nan"), float("inf"), "1", [], {}, True, 2**53, 10**18)


def digest(first, number, last):
    for value in VALUES:
        for request in (("block", value, None, None), ("wait", 10**8, value, None, None),
                        ("park", 10**8, value, "x", None, None), ("park", value, 0, "x", None, None)):
            try:
                _bridge.request(*request)
            except (_bridge.BridgeRefused, ValueError):
                continue
            raise RuntimeError(f"MARKER-TAKEN: {request}")
    return "x"
