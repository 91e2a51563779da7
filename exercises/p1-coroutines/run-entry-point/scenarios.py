"""A script without a loop of its own starts jobs of support.py, and one of them forgets its helper."""

from overlap.judge import inside_loop, outside_loop, raises, scenario, tell


def visits(world, **options):
    """The counter of visits: one second, and a number that cannot be guessed."""
    return world.service("count", latency=1.0, reply=lambda day, shop: world.secret((day, shop)), **options)


def helper(world):
    """What the forgotten beeper calls: ten seconds between two beeps, a quarter of a second to say goodbye."""
    return world.service("beat", latency=10.0), world.service("tidy", latency=0.25)


@scenario(
    "a script gets the result of its job",
    zh="脚本拿到任务的结果",
    visible=True,
    hint="There must be a loop that runs the coroutine to its end; what the coroutine returns is the result.",
    hint_zh="要有一个事件循环把协程运行到底；协程返回的值就是结果。",
)
async def result(world, submission):
    count = world.service("count", latency=1.0, reply=lambda day, shop: f"{shop} on day {day}: 1204 visits")
    assert submission.start(submission.support.count_visits, 7) == "all on day 7: 1204 visits"
    assert count.call_count == 1
    assert world.elapsed == 1.0
    assert not world.trouble


@scenario(
    "one job after another, with all their arguments",
    zh="一个任务接一个任务，参数一个不少",
    hint="Every call of `start` makes a loop, uses it and closes it; the next call makes another one.",
    hint_zh="每次调用 `start` 都新建一个循环，用完就关掉；下一次再新建一个。",
)
async def again(world, submission):
    count = visits(world)
    for day, shop in ((7, "north"), (8, "south"), (7, "east")):
        assert submission.start(submission.support.count_visits, day, shop) == world.secret((day, shop)), tell(
            "The result is not that of the job. Does the job get all its arguments?",
            zh="得到的不是这个任务的结果。它的参数都传到了吗？",
        )
    assert count.order == [(7, "north"), (8, "south"), (7, "east")]
    assert world.elapsed == 3.0
    assert not world.trouble


@scenario(
    "what a job leaves running is stopped before start returns",
    zh="任务留下的后台工作，在 start 返回之前被停掉",
    weight=2,
    hint="A loop that is closed while a task still waits in it abandons that task. Stop it first, and let it clean up.",
    hint_zh="循环里还有任务在等待就把循环关掉，等于把任务丢下不管。应当先让它停下来，并让它清理完。",
)
async def leftovers(world, submission):
    visits(world)
    beat, tidy = helper(world)
    for day in (1, 2):
        with world.measure() as call:
            assert submission.start(submission.support.count_with_beeps, day) == world.secret((day, "all"))
        assert world.cancelled == {"beat"}
        assert len(beat.cancelled) == day
        assert tidy.call_count == day
        assert call.elapsed == 1.25
    assert not world.trouble


@scenario(
    "a job that fails: its own exception comes out, and nothing is left behind",
    zh="任务失败：抛出的是它自己的异常，而且什么也不留下",
    weight=2,
    hint="Tidying up is due after a failure, too, and afterwards the failure belongs to the caller.",
    hint_zh="失败之后同样要收拾干净，然后把异常原样交给调用者。",
)
async def failure(world, submission):
    broken = LookupError("no such day", world.secret("day"))
    visits(world, fail=broken)
    _, tidy = helper(world)
    with raises(LookupError) as caught:
        submission.start(submission.support.count_with_beeps, 31)
    assert caught.value is broken
    assert world.cancelled == {"beat"}
    assert tidy.call_count == 1
    assert world.elapsed == 1.25
    assert not world.trouble


@scenario(
    "every call has a fresh loop, and closes it",
    zh="每次调用都用新的循环，用完就关闭",
    hint="A loop that stays open keeps its resources until the program ends.",
    hint_zh="不关闭的循环会一直占着它的资源，直到程序结束。",
)
async def loops(world, submission):
    visits(world)
    for _ in range(2):
        submission.start(submission.support.look_around)
    loops = submission.support.loops
    assert len(loops) == 2, tell("Not every job was run.", zh="并不是每个任务都运行了。")
    assert loops[0] is not loops[1], tell(
        "The second call of `start` used the loop of the first one.", zh="第二次调用 `start` 用的还是第一次的循环。"
    )
    for loop in loops:
        assert loop.is_closed(), tell("`start` has returned, and its loop is still open.", zh="`start` 已经返回，它的循环却没有关闭。")
    assert submission.start(submission.support.count_visits, 3) == world.secret((3, "all"))
    assert not world.trouble


@scenario(
    "inside a running loop it refuses",
    zh="在运行中的循环里调用会被拒绝",
    hint="Who is inside a running loop awaits. `start` is not for them, and must say so with a RuntimeError.",
    hint_zh="已经身处运行中的循环，就应当用 `await`。`start` 不适合这种场合，应当用 RuntimeError 明确地说出来。",
)
async def refuses(world, submission):
    count = visits(world)
    assert await outside_loop(submission.start, submission.support.count_visits, 7) == world.secret((7, "all"))
    with raises(RuntimeError):
        await inside_loop(submission.start, submission.support.count_visits, 8)
    assert count.order == [(7, "all")]
    assert world.elapsed == 1.0
    assert not world.leaked_tasks
