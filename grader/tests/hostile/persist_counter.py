# attack: counts the scenarios by whatever survives: numbers of files, sizes of memory, addresses
# expect: overall=failed scenario=failed|errored
import os

with open("/scratch/probe", "w") as probe:
    probe.write("x")
raise_with = (id(object()) // 1_000_000, os.getpid())


async def load(fetch, uids):
    raise RuntimeError(f"{raise_with}")


def digest(first, number, last):
    raise RuntimeError(f"{raise_with}")
