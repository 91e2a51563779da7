# fails: at the deadline progress is shown, and the search goes on
# diagnosis: wrong_list
# fails: each airline is asked once, and none is called off; at the deadline there may be nothing yet
# diagnosis: wrong_list
# fails: thirty airlines: the results come in the order of the jobs
# Shows the progress at the deadline, and again at the end.
import asyncio


async def collect(jobs, soft, progress):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job()) for job in jobs]
        done, pending = await asyncio.wait(tasks, timeout=soft)
        if pending:
            progress(len(done), len(pending))
    progress(len(tasks), 0)
    return [task.result() for task in tasks]
