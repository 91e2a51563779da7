# fails: an empty file is an answer
# Takes an empty answer for none.
import asyncio


async def fetch_fastest(mirrors):
    pending = {asyncio.create_task(mirror()) for mirror in mirrors}
    failures = []
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if error := task.exception():
                    failures.append(error)
                elif content := task.result():
                    return content
        raise ExceptionGroup("no mirror has answered", failures)
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
