import asyncio


class BaseError(LookupError):
    pass


class ProfileError(BaseError):
    def __init__(self, code):
        super().__init__("profile", code)
        self.code = code

    def __str__(self):
        return f"profile error {self.code}"


class OtherError(Exception):
    pass


class Reset(Exception):
    pass


class Stop(asyncio.CancelledError):
    pass


async def fail_with_code(code):
    raise ProfileError(code)


def code_of(error):
    return [type(error).__name__, type(error) is ProfileError, error.code]


async def fail_from_group():
    try:
        raise ExceptionGroup("two", [ValueError("a"), OtherError("b")])
    except ExceptionGroup as group:
        raise ProfileError(2) from group


async def fail_in_groups():
    raise ExceptionGroup("all", [ValueError("a"), ExceptionGroup("inner", [OtherError("b"), ValueError("c")])])


async def call(job):
    try:
        return await job()
    finally:
        await asyncio.sleep(0)


async def collect(job):
    return (await asyncio.gather(job(), return_exceptions=True))[0]


def echo(value):
    return value


def copy_of(error, text):
    return type(error)(text)


async def suppress(function, kind, ignored):
    try:
        await function(kind)
    except ignored as error:
        return f"suppressed {type(error).__name__}"


def raise_it(kind, text):
    raise kind(text)


async def best_effort(jobs):
    results = dict(zip(jobs, await asyncio.gather(*(job() for job in jobs.values()), return_exceptions=True)))
    return ({name: value for name, value in results.items() if not isinstance(value, Exception)},
            {name: value for name, value in results.items() if isinstance(value, Exception)})


def averager():
    numbers, average = [], None
    while True:
        try:
            number = yield average
        except Reset:
            numbers, average = [], None
            continue
        if number is None and numbers:
            return average
        if number is not None:
            numbers.append(number)
            average = sum(numbers) / len(numbers)


closed = []


async def echoes():
    answer = "ready"
    try:
        while True:
            try:
                answer = f"got {(yield answer)}"
            except Reset as error:
                answer = f"reset {error}"
            except KeyError as error:
                answer = type(error).__name__
    finally:
        closed.append("closed")


async def cancel_oneself():
    asyncio.current_task().cancel()
    await asyncio.sleep(1)


async def time_out():
    async with asyncio.timeout(1):
        await asyncio.sleep(2)


async def pretend():
    raise Stop("pretended")
