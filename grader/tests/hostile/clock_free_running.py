# attack: asks the host for nothing and counts on the real clock to move
# expect: overall=errored error=resource_limit:cpu
import time

start = time.monotonic()
while time.monotonic() - start < 0.01:
    pass
