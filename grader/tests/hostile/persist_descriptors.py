# attack: leaves descriptors open, moved, and pointing elsewhere
# expect: overall=failed scenario=failed|errored
import os

found = []
for number in range(4, 40):
    try:
        os.fstat(number)
        found.append(number)
    except OSError:
        pass
if found:
    raise RuntimeError(f"MARKER-LEFT {found}")
for number in range(20):
    os.dup2(os.open("/dev/null", os.O_RDWR), 20 + number)
os.dup2(os.open("/dev/null", os.O_RDWR), 1)
os.lseek(0, 0, 0) if False else None
