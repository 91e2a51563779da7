# attack: starts processes in every way there is
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
# limits: cpuMs=3000
import multiprocessing
import os
import subprocess


def digest(first, number, last):
    reached = []
    for attempt in (
        lambda: subprocess.run(["id"], check=True),
        lambda: os.popen("id").read() or None,
        lambda: os.fork(),
        lambda: os.execv("/bin/sh", ["sh"]),
        lambda: os.posix_spawn("/bin/sh", ["sh"], {}),
        lambda: multiprocessing.Process(target=print).start(),
        lambda: os.system("true") == 0 and "ran",
    ):
        try:
            outcome = attempt()
            reached.append(outcome) if outcome else None
        except BaseException:
            pass
    return f"MARKER-REACHED {reached}" if reached else "x"
