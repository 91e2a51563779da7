# attack: changes the standard library, through links, modes and mappings
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
# limits: cpuMs=3000
import mmap
import os


def digest(first, number, last):
    changed = []
    target = "/lib/python314.zip"
    for attempt in (
        lambda: os.chmod(target, 0o777),
        lambda: open(target, "r+b").write(b"x"),
        lambda: open(target, "ab").write(b"x"),
        lambda: os.truncate(target, 5),
        lambda: os.rename(target, "/scratch/away"),
        lambda: os.unlink(target),
        lambda: os.link(target, "/scratch/link"),
        lambda: os.symlink("/lib", "/scratch/lib"),
        lambda: os.unlink("/scratch/lib/python314.zip"),
        lambda: open("/scratch/lib/evil.py", "w").write("x"),
        lambda: open("/lib/python3.14/evil.py", "w").write("x"),
        lambda: os.mkdir("/lib/python3.14/evil"),
        lambda: open("/dev/evil", "w").write("x"),
        lambda: open("/scratch/../dev/../home/evil", "w").write("x"),
        lambda: open("/proc/self/fd/../../../home/evil", "w").write("x"),
        lambda: os.ftruncate(os.open(target, os.O_RDONLY), 5),
        lambda: os.posix_fallocate(os.open(target, os.O_RDONLY), 0, 10),
        lambda: os.utime(target, (0, 0)),
        lambda: os.fchmod(os.open(target, os.O_RDONLY), 0o777),
        lambda: os.mknod("/evil"),
        lambda: mmap.mmap(os.open(target, os.O_RDONLY), 100, access=mmap.ACCESS_WRITE).write(b"x"),
    ):
        try:
            attempt()
            changed.append(attempt.__code__.co_firstlineno)
        except (OSError, AttributeError, ValueError, NotImplementedError):
            pass
    return f"MARKER-CHANGED {changed}" if changed else "x"
