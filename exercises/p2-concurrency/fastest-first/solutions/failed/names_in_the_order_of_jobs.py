# fails: each offer is shown at the moment it arrives
# diagnosis: wrong_list
# fails: a shop that fails is reported, and the others are still shown
# diagnosis: wrong_list
# fails: several shops may fail, the first and the last among them
# fails: thirty shops: every offer is shown under its own name
# diagnosis: wrong_list
# fails: other tasks of the program are left alone
# fails: when the visitor leaves, the other shops are no longer waited for
# The first to arrive gets the name of the first job.
import asyncio


async def stream(jobs, on_result, on_error):
    arrivals = asyncio.as_completed([job() for _, job in jobs])
    for (name, _), arrival in zip(jobs, arrivals):
        try:
            on_result(name, await arrival)
        except Exception as error:
            on_error(name, error)
