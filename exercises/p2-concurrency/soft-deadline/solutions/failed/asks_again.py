# fails: at the deadline progress is shown, and the search goes on
# fails: each airline is asked once, and none is called off
# diagnosis: wrong_cancellation
# fails: at the deadline there may be nothing yet
# fails: thirty airlines: the results come in the order of the jobs
# Starts those anew that were not ready at the deadline.
import asyncio


async def collect(jobs, soft, progress):
    async def limited(job):
        try:
            return await asyncio.wait_for(job(), soft)
        except TimeoutError:
            return None

    results = await asyncio.gather(*(limited(job) for job in jobs))
    missing = [place for place, result in enumerate(results) if result is None]
    progress(len(jobs) - len(missing), len(missing))
    again = await asyncio.gather(*(jobs[place]() for place in missing))
    for place, result in zip(missing, again):
        results[place] = result
    return results
