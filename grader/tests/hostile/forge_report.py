# attack: reports of itself what has no form: endless lists, wrong types, values that contain themselves
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
from overlap import _endpoint

CIRCLE = []
CIRCLE.append(CIRCLE)
REPORTS = [
    None,
    [],
    {"left": CIRCLE},
    {"left": [], "leftCount": -1, "unawaited": [], "warnings": [], "unhandled": [], "stdout": "", "errors": []},
    {"left": [["a" * 10**6] * 3] * 50, "leftCount": 10**30, "unawaited": 7, "warnings": [[1, 2, 3]], "unhandled": [["x"]]},
    {"left": [], "leftCount": 0, "unawaited": [], "warnings": [["W", "t", 1]] * 10**5, "unhandled": [], "stdout": "", "errors": []},
    {"left": [], "leftCount": 0, "unawaited": [], "warnings": [], "unhandled": [["task", "E", "t", 0]], "stdout": 3, "errors": [1]},
]


def report(*_):
    return REPORTS.pop() if REPORTS else None


_endpoint._handlers["facts"] = report
