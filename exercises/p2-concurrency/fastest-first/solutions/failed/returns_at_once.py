# fails: each offer is shown at the moment it arrives
# fails: a shop that fails is reported, and the others are still shown
# fails: several shops may fail, the first and the last among them
# fails: thirty shops: every offer is shown under its own name
# fails: other tasks of the program are left alone
# fails: when the visitor leaves, the other shops are no longer waited for
# Callbacks would report in time, but nobody waits for the tasks.
import asyncio


async def stream(jobs, on_result, on_error):
    def reporter(name):
        def report(task):
            if error := task.exception():
                on_error(name, error)
            else:
                on_result(name, task.result())

        return report

    for name, job in jobs:
        asyncio.create_task(job()).add_done_callback(reporter(name))
