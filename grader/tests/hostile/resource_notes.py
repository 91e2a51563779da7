# attack: sends notes for the timeline without end
# expect: overall=errored error=resource_limit:cpu|resource_limit:messages|resource_limit:memory|resource_limit:steps
import json
import os

body = json.dumps([[["task", n, None, "x" * 100, 1] for n in range(1, 10_000)], "wait", 0, None, None, None]).encode()
while True:
    os.write(3, b"q%08x" % len(body) + body)
