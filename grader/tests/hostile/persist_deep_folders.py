# attack: leaves folders nested so deeply, and so many files, that clearing them away could fail
# expect: overall=failed scenario=failed|errored|killed
import os

if os.listdir("/scratch") or os.listdir("/tmp"):
    raise RuntimeError("MARKER-LEFT")


def digest(first, number, last):
    for number in range(500):
        open(f"/tmp/{number}", "w").close()
    os.umask(0o777)
    while True:
        os.mkdir("/scratch/x" if os.getcwd() == "/scratch" else "x")
        os.chdir("x")


async def load(fetch, uids):
    return os.listdir("/scratch") + os.listdir("/tmp")
