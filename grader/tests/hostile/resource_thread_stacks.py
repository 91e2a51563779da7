# attack: recurses in C on the small stack of a thread, past its end
# expect: overall=failed scenario=failed|errored|killed
import threading


async def load(fetch, uids):
    def deepen():
        nested = []
        for _ in range(100_000):
            nested = [nested]
        try:
            repr(nested)
        except RecursionError:
            uids.append("stopped")
        compared = []
        for _ in range(100_000):
            compared = [compared]
        return nested == compared

    threading.Thread(target=deepen).start()
    return [await fetch(uid) for uid in uids]
