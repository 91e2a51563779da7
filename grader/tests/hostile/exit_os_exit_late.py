# attack: ends the process in the middle of a scenario
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import os


async def load(fetch, uids):
    os._exit(0)


def digest(first, number, last):
    os._exit(1)
