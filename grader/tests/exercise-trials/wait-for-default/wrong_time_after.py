# fails: too slow: the default, and the operation is stopped
# diagnosis: wrong_time
import time


async def fetch_or_default(op, timeout, default):
    begin = time.monotonic()
    answer = await op()
    return answer if timeout is None or time.monotonic() - begin <= timeout else default
