# fails: a failure ends the run, and what was copied before is reported
# fails: the run goes on until the first failure, not only until the first job has ended
# fails: jobs that are called off finish their clean-up first, and what fails there is not reported
# Copies everything that can be copied, and finds the error at the end.
import asyncio


async def run_batch(jobs):
    outcomes = await asyncio.gather(*(job() for job in jobs), return_exceptions=True)
    copied = sorted(outcome for outcome in outcomes if not isinstance(outcome, BaseException))
    return copied, next((outcome for outcome in outcomes if isinstance(outcome, Exception)), None)
