# attack: looks for the real time, in the dates of files and in every other clock
# expect: overall=failed scenario=failed|errored
import os
import time


def digest(first, number, last):
    with open("/scratch/new", "w") as new:
        new.write("x")
    for path in ("/", "/scratch", "/scratch/new", "/home", "/lib", "/dev/null", "/tmp", "/proc", "/lib/python314.zip"):
        status = os.stat(path)
        for moment in (status.st_mtime, status.st_atime, status.st_ctime):
            if moment > 1_767_225_600 + 86_400:
                return f"MARKER-REAL-TIME {path}"
    if time.time() > 1_767_225_600 + 86_400 or time.clock_gettime(time.CLOCK_REALTIME) > 1_767_225_600 + 86_400:
        return "MARKER-REAL-TIME"
    return "x"
