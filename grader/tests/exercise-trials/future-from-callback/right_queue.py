import asyncio


async def get(api, url):
    answers = asyncio.Queue()
    api.get(url, lambda value: answers.put_nowait((value, None)), lambda error: answers.put_nowait((None, error)))
    is_over = False
    try:
        value, error = await answers.get()
        is_over = True
    finally:
        if not is_over:
            api.abort(url)
    if error:
        raise error
    return value
