import asyncio

from overlap.judge import about, raises, scenario


async def four_tasks(world, submission):
    job = world.service("job", latency=lambda name: 9.0 if name == "slow" else 1.0, reply=world.secret,
                        fail=lambda name: ValueError("broken") if name == "bad" else None)
    tasks = [await world.task(job, name, name=name) for name in ("slow", "good", "bad", "gone")]
    await world.until(0.5)
    tasks[3].cancel()
    await world.until(2.0)
    return job, tasks


@scenario("four tasks in four states")
async def four_states(world, submission):
    job, (slow, good, bad, gone) = await four_tasks(world, submission)
    assert submission.describe(slow) == {"name": "slow", "state": "pending", "value": None}
    assert submission.describe(good) == {"name": "good", "state": "finished", "value": job.replied("good")}
    assert submission.describe(gone) == {"name": "gone", "state": "cancelled", "value": None}
    failed = submission.describe(bad)
    assert (failed["name"], failed["state"]) == ("bad", "failed")
    assert type(failed["value"]) is ValueError
    assert not world.trouble


@scenario("a new name")
async def new_name(world, submission):
    _, tasks = await four_tasks(world, submission)
    tasks[0].set_name("renamed")
    assert submission.describe(tasks[0])["name"] == "renamed"


@scenario("describe is a plain function and changes nothing")
async def changes_nothing(world, submission):
    assert not about(submission.describe).is_coroutine_function
    job, (slow, *_) = await four_tasks(world, submission)
    submission.describe(slow)
    assert not slow.done() and slow.cancelling() == 0
    assert await slow == job.replied("slow")
    assert world.now == 9.0
    assert not world.trouble
