# fails: a job that fails: its own exception comes out, and nothing is left behind
# diagnosis: expected_exception
# fails: inside a running loop it refuses
# diagnosis: expected_exception
import asyncio


def start(coro_fn, *args):
    try:
        return asyncio.run(coro_fn(*args))
    except Exception as error:
        print("the job failed:", error)
