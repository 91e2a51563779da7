# attack: hangs in a finalizer, which runs when the host asks for the report
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time passed=1
class Heavy:
    def __init__(self):
        self.me = self

    def __del__(self):
        while True:
            pass


async def load(fetch, uids):
    got = [await fetch(uid) for uid in uids]
    Heavy()
    return got
