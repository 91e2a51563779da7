async def best_effort(jobs):
    results, errors = {}, {}
    for name, job in jobs:
        try:
            results[name] = await job()
        except Exception as error:
            errors[name] = error
    return results, errors


async def all_or_nothing(jobs):
    return [await job() for _, job in jobs]
