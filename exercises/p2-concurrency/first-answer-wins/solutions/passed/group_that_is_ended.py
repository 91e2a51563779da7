# A TaskGroup in which the winner ends everybody else; failures are kept inside.
import asyncio


async def fetch_fastest(mirrors):
    answers, failures, tasks = [], [], []

    async def race(mirror):
        try:
            answer = await mirror()
        except Exception as error:
            failures.append(error)
            return
        answers.append(answer)
        for task in tasks:
            if task is not asyncio.current_task():
                task.cancel()

    async with asyncio.TaskGroup() as group:
        tasks.extend(group.create_task(race(mirror)) for mirror in mirrors)
    if not answers:
        raise ExceptionGroup("no mirror has answered", failures)
    return answers[0]
