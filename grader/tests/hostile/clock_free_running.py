# attack: asks the host for nothing and counts on the real clock to move
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import time

start = time.monotonic()
while time.monotonic() - start < 0.01:
    pass
