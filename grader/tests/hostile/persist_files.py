# attack: leaves files for the next scenario and the next submission
# expect: overall=failed scenario=failed|errored
import os

TRACES = ["/scratch/left", "/tmp/left", "/home/left", "/home/student/left", "/dev/left", "/dev/shm/left", "/left", "/overlap/left.py",
          "/lib/python3.14/left.py", "/lib/python3.14/site-packages/left.pth", "/proc/left", "/dev/shm/tmp/left"]

found = [path for path in TRACES if os.path.exists(path)]
for path in TRACES:
    try:
        with open(path, "w") as left:
            left.write("MARKER-LEFT")
    except OSError:
        pass
for folder in ("/scratch/folder", "/tmp/folder", "/dev/folder", "/home/folder"):
    found += [folder] if os.path.isdir(folder) else []
    try:
        os.mkdir(folder)
    except OSError:
        pass
if found:
    raise RuntimeError(f"MARKER-LEFT {found}")
