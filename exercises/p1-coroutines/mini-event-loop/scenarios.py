"""Programs of a robot. They live on the scenario's side and note every turn they get."""

from overlap.judge import about, raises, scenario, tell


def program(name, turns, log, result=None):
    """A generator of so many turns; says when it is closed early."""
    try:
        for turn in range(turns):
            log.append(f"{name}{turn}")
            yield
    except GeneratorExit:
        log.append(f"{name} closed")
        raise
    return result


def rounds(lengths):
    """What a fair loop does with programs of these lengths: (turns in order, numbers in order of their end)."""
    turns, ended = [], []
    for round_number in range(max(lengths, default=-1) + 1):
        for number, length in enumerate(lengths):
            if round_number < length:
                turns.append(f"program {number}, turn {round_number}")
            elif round_number == length:
                ended.append(number)
    return turns, ended


@scenario(
    "three programs take turns",
    zh="三个程序轮流运行",
    visible=True,
    hint="One step for each program, in the order of the list; who is not finished gets another turn in the next round.",
    hint_zh="按列表的顺序，每个程序走一步；没有结束的，下一圈再轮到它。",
)
async def three_programs(world, submission):
    log = world.shared([])

    def run(name, turns):
        for turn in range(turns):
            log.append(f"{name}{turn}")
            yield
        return name

    results = submission.run_all([run("a", 2), run("b", 1), run("c", 3)])
    assert log == ["a0", "b0", "c0", "a1", "c1", "c2"]
    assert results == ["b", "a", "c"]


@scenario(
    "twenty programs of different lengths, and nobody is passed over",
    zh="二十个长短不一的程序，一个也不漏",
    weight=2,
    seeds=3,
    hint="Look at what happens to the next program in the list when one before it drops out.",
    hint_zh="留意一下：前面的程序退出时，列表里紧挨着它的那个程序会怎样？",
)
async def twenty_programs(world, submission):
    lengths = [world.random.randint(0, 5) for _ in range(18)] + [3, 3]
    log = world.shared([])

    def run(number, turns):
        for turn in range(turns):
            log.append(f"program {number}, turn {turn}")
            yield
        return world.secret(number)

    results = submission.run_all([run(number, turns) for number, turns in enumerate(lengths)])
    turns, ended = rounds(lengths)
    assert log == turns
    assert results == [world.secret(number) for number in ended]


@scenario(
    "no programs at all",
    zh="一个程序也没有",
    hint="An empty list is not `None`.",
    hint_zh="空列表并不等于 `None`。",
)
async def no_programs(world, submission):
    results = submission.run_all([])
    assert results == []


@scenario(
    "a program that is finished at its first turn, and one that returns nothing",
    zh="第一轮就结束的程序，以及什么也不返回的程序",
    hint="Every program has a result, also if it never yields, and also if the result is `None` or `0`.",
    hint_zh="每个程序都有结果：哪怕它从不 `yield`，哪怕结果是 `None` 或者 `0`。",
)
async def first_turn(world, submission):
    log = world.shared([])
    quick = program("quick", 0, log, result=0)
    silent = program("silent", 2, log)
    slow = program("slow", 3, log, result="slow")
    results = submission.run_all([slow, quick, silent])
    assert log == ["slow0", "silent0", "slow1", "silent1", "slow2"]
    assert results == [0, None, "slow"]


@scenario(
    "what programs yield does not matter",
    zh="yield 出什么都无所谓",
    hint="A program is finished when `next` raises `StopIteration`, whatever it has yielded before.",
    hint_zh="`next` 抛出 `StopIteration` 才说明程序结束了，与它之前 `yield` 过什么无关。",
)
async def yielded_values(world, submission):
    def talk(*words):
        for word in words:
            yield word
        return len(words)

    results = submission.run_all([talk(False, None, 0, "stop"), talk(None, None), talk("a", StopIteration())])
    assert results == [2, 2, 4]


@scenario(
    "a program of ten thousand turns beside a short one",
    zh="一个要轮一万次的程序，旁边还有一个很短的",
    hint="Go round in a loop. Functions that call themselves do not get that far.",
    hint_zh="请用循环一圈一圈地走。函数自己调用自己，走不了这么远。",
)
async def long_program(world, submission):
    support = submission.support
    results = submission.run_all([support.count_down(10_000), support.count_down(2), support.count_down(0)])
    assert results == [0, 2, 10_000]


@scenario(
    "a program fails: its exception comes out, and the others are closed",
    zh="一个程序出错：异常抛出来，其他程序都被关闭",
    weight=2,
    hint="However the loop ends, whoever is still waiting for a turn has to be closed.",
    hint_zh="无论循环怎样结束，还在排队的程序都要关闭。",
)
async def failure(world, submission):
    jammed = RuntimeError("the motor is jammed", world.secret("motor"))
    log = world.shared([])

    def drive():
        log.append("drive0")
        yield
        raise jammed

    programs = [program("blink", 5, log), program("short", 1, log), drive(), program("listen", 5, log)]
    with raises(RuntimeError) as caught:
        submission.run_all(programs)
    assert caught.value is jammed
    assert log[:5] == ["blink0", "short0", "drive0", "listen0", "blink1"], tell(
        "Until the failure the programs did not take turns.", zh="出错之前，程序没有轮流运行。"
    )
    assert sorted(log[5:]) == ["blink closed", "listen closed"], tell(
        "After the failure every other program that is not finished should be closed, and nobody should get another turn.",
        zh="出错之后，其他还没结束的程序都应当被关闭，而且谁也不该再走一步。",
    )


@scenario(
    "two runs do not know of each other",
    zh="两次运行互不相干",
    hint="Everything that a run needs to remember begins anew with it.",
    hint_zh="一次运行要记住的东西，都要随它重新开始。",
)
async def two_runs(world, submission):
    log = world.shared([])
    first = submission.run_all([program("a", 1, log, result=world.secret("a"))])
    second = submission.run_all([program("b", 2, log, result=world.secret("b"))])
    assert first == [world.secret("a")]
    assert second == [world.secret("b")], tell(
        "The second run should return the results of its own programs, and nothing else.",
        zh="第二次运行应当只返回它自己那些程序的结果。",
    )
    assert log == ["a0", "b0", "b1"]
    assert not about(submission.run_all).is_generator_function
