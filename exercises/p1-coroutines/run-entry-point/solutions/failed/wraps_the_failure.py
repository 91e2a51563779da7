# fails: a job that fails: its own exception comes out, and nothing is left behind
# diagnosis: expected_exception
import asyncio


def start(coro_fn, *args):
    try:
        return asyncio.run(coro_fn(*args))
    except Exception as error:
        raise RuntimeError(f"the job failed: {error}") from error
