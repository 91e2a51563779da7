# fails: the quickest mirror wins; the others are called off, and close their connections together
# fails: a mirror that fails is out of the race, and the race goes on; an empty file is an answer
# fails: the last of many may be the only one that works
# fails: when all fail, all that went wrong comes out, at the end
# fails: a race that is cancelled leaves no download behind
# A TaskGroup waits for all, and ends at the first failure: just the opposite of a race.
import asyncio


async def fetch_fastest(mirrors):
    answers = []

    async def race(mirror):
        answers.append(await mirror())

    async with asyncio.TaskGroup() as group:
        for mirror in mirrors:
            group.create_task(race(mirror))
    return answers[0]
