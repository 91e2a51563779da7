# attack: speaks to the bridge device directly, with requests that only the judge may make
# expect: overall=failed scenario=failed|errored
import json
import os

FOUND = []
NEEDLE = "MARK" + "ER-"


def look(text):
    """Keep what surrounds the needle, to be carried out in the text of an exception."""
    if NEEDLE in text:
        at = text.index(NEEDLE)
        FOUND.append(text[max(0, at - 40) : at + 60])


def tell():
    raise RuntimeError(f"found: {FOUND}")


def ask(*request):
    body = json.dumps([[], *request]).encode()
    os.write(3, b"q%08x" % len(body) + body)
    return os.read(3, int(os.read(3, 8), 16)).decode()


def digest(first, number, last):
    for request in (
        ("recorded", "profiles"), ("blocked",), ("leaked",), ("stdout",), ("threads",), ("source",), ("load",), ("begin", 0, 1, ""),
        ("service", "mine", 0, None), ("ended", {"status": "passed", "message": None, "facts": [], "origin": None, "line": None}),
        ("ask", 0, "self", None, None), ("ask", 0, "module", "os", None), ("ask", 0, "extra", "client", None),
        ("start", 0, "inside", None, None), ("start", 0, "outside", None, None), ("until", 0), ("recorded", None), ("latencies", [["profiles", "[]"]], 0), ("replies", [["profiles", "[]"]], 0), ("facts",), ("pump", []),
        ("about", 1),
    ):
        answer = ask(*request)
        look(answer)
        if answer.startswith('["ok"'):
            FOUND.append(f"MARKER-ACCEPTED {request[0]}")
    tell()
