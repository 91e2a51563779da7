# fails: each offer is shown at the moment it arrives
# fails: a shop that fails is reported, and the others are still shown
# fails: several shops may fail, the first and the last among them
# fails: thirty shops: every offer is shown under its own name
# fails: other tasks of the program are left alone
# fails: when the visitor leaves, the other shops are no longer waited for
# Takes what as_completed gives for the result. It has to be awaited.
import asyncio


async def stream(jobs, on_result, on_error):
    arrivals = asyncio.as_completed([job() for _, job in jobs])
    for (name, _), arrival in zip(jobs, arrivals):
        try:
            on_result(name, arrival)
        except Exception as error:
            on_error(name, error)
