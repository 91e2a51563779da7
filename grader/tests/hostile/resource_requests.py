# attack: floods the host with cheap requests, so that the time is spent outside
# expect: overall=errored error=resource_limit:cpu|resource_limit:steps
import os

body = b'[[],"wait",1,0,null,null]'
frame = b"q%08x" % len(body) + body
while True:
    os.write(3, frame)
    os.read(3, 100)
