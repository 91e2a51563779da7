# attack: writes results of its own to the device before the genuine one
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import json
import os


def frame(value):
    body = json.dumps([[], ["ok", value]]).encode()
    os.write(3, b"r%08x" % len(body) + body)


def digest(first, number, last):
    frame(["ok", '"forged"', None])
    frame([None, False, [[1, ["ok", '"forged"', None]]]])
    os.write(3, b"r")
    raise SystemError("after the forged frames")


async def load(fetch, uids):
    for number in range(1, 9):
        frame([None, False, [[number, ["ok", "[]", None]]]])
    return []
