# fails: an answer; ten at once
# diagnosis: wrong_time
# fails: given up, then a late answer
import asyncio


async def get(api, url):
    answers = []
    api.get(url, lambda value: answers.append((value, None)), lambda error: answers.append((None, error)))
    while not answers:
        await asyncio.sleep(0.3)
    value, error = answers[0]
    if error:
        raise error
    return value
