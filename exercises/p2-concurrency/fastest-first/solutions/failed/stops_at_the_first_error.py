# fails: a shop that fails is reported, and the others are still shown
# diagnosis: wrong_list
# fails: several shops may fail, the first and the last among them
# fails: when the visitor leaves, the other shops are no longer waited for
# The `try` is around the whole loop: the first failure ends it.
import asyncio


async def stream(jobs, on_result, on_error):
    async def named(name, job):
        try:
            return name, await job()
        except Exception as error:
            error.add_note(name)
            raise

    try:
        for arrival in asyncio.as_completed([named(name, job) for name, job in jobs]):
            name, result = await arrival
            on_result(name, result)
    except Exception as error:
        on_error(error.__notes__[0], error)
