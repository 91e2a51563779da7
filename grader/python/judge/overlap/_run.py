"""The judge's interpreter: loads scenarios.py once, runs one scenario at a time, reports what came of it."""

import asyncio
import ast
import hashlib
import linecache
import sys
import traceback
import types

from . import _assertions, _bridge, _clock, _codec, _endpoint, _expense, _findings, _loop, _questions, _references
from . import _remote, _sql, _submission, _tables, _world

FILE = "scenarios.py"
_scenarios = []
_world_now = None
_source = ""
_support = ""


class Scenario:
    """One registered scenario: its function and what the decorator said."""

    def __init__(self, function, name, zh, weight, visible, hint, hint_zh, seeds, deadline):
        self.function, self.name, self.zh = function, name, zh
        self.weight, self.visible, self.seeds, self.deadline = weight, visible, seeds, deadline
        self.hint = None if hint is None else {"en": hint, "zh": hint_zh or hint}


def scenario(name, *, zh="", weight=1, visible=False, hint=None, hint_zh=None, seeds=1, deadline=None):
    """Register an `async def` as a scenario; it is called with the world and the submission.

    `name` and `zh`: what it shows, in English and Chinese. `weight`: its points. `visible`: students see its source and
    both sides of a failed assertion. `hint`, `hint_zh`: shown when it did not pass. `seeds`: repeats it with as many seeds
    of `world.random` and of drawn latencies; the verdict names the first that failed. `deadline`: virtual seconds; without
    one, `limits.virtualSeconds` of exercise.yaml holds. Raises TypeError or ValueError when it is described wrongly.

        @scenario("all profiles are fetched at the same time", zh="所有资料同时获取", weight=2)
        async def all_at_once(world, submission):
            users = world.service("users", latency=1.0)
            await submission.load_profiles([1, 2, 3])
            assert world.elapsed == 1.0
    """
    if not isinstance(name, str):
        raise TypeError('write @scenario("what it shows")')

    def register(function):
        if not asyncio.iscoroutinefunction(function):
            raise TypeError(f"scenario {name!r} must be an async def")
        if any(other.name == name for other in _scenarios):
            raise ValueError(f"two scenarios are called {name!r}")
        _scenarios.append(Scenario(function, name, zh, weight, visible, hint, hint_zh, seeds, deadline))
        return function

    return register


def _make_reference(tag, body):
    if tag == "r":
        number, kind, label = body
        return _remote.handle(int(number), str(kind)[:40], str(label)[:120])
    if tag == "v" and _world_now is not None and body[0] in _world_now._services:
        return _world_now._services[body[0]]
    raise _codec.CannotCross("unreadable value")


def _load(source, support):
    """Run scenarios.py. Returns the outlines, or {problem, line}."""
    global _source, _support
    _source = source
    linecache.cache[FILE] = (len(source), None, source.splitlines(keepends=True), FILE)
    try:
        if support is not None:
            _support = support
            _import_support(support)
        exec(_assertions.compile_scenarios(source, FILE), {"__name__": "scenarios", **_assertions.NAMESPACE})
        return {"outlines": [_outline(item) for item in _scenarios]}
    except BaseException as error:
        line = error.lineno if isinstance(error, SyntaxError) else _line_in_scenarios(error)
        return {"problem": f"{type(error).__name__}: {error}"[:1000], "line": line}


def _import_support(source):
    module = types.ModuleType("support")
    module.__file__ = "support.py"
    try:
        exec(compile(source, "support.py", "exec", dont_inherit=True), module.__dict__)
        sys.modules["support"] = module
    except ImportError:
        pass  # a Django support.py: scenarios then cannot import from it


def _outline(item):
    code = item.function.__code__
    lines = _source.splitlines(keepends=True)
    tree = ast.parse(_source)
    node = next(n for n in ast.walk(tree) if isinstance(n, ast.AsyncFunctionDef) and n.name == code.co_name)
    first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
    text = "".join(lines[first - 1 : node.end_lineno]) if item.visible else None
    return {
        # A text without Chinese is reported by the check of packs; it can be graded all the same.
        "name": {"en": item.name, "zh": item.zh or item.name},
        "weight": item.weight,
        "visible": item.visible,
        "hint": item.hint,
        "seeds": item.seeds,
        "source": text,
        "line": first,
        "deadlineNs": None if item.deadline is None else _clock.to_ns(item.deadline),
    }


def _begin(index, seed, source):
    """Start a scenario; its end comes as a request of its own."""
    global _world_now
    import random

    item = _scenarios[index]
    # The submission knows the seed, but neither the scenarios nor, before it is sent, what another text would get.
    key = hashlib.sha256(f"{_source}\0{item.name}\0{seed}".encode("utf-8", "replace")).hexdigest()
    _world_now = _world.World(seed, key, source)
    _remote.last_called = None
    _endpoint.table.public_text = f"{source}\n{_support}"
    random.seed(_world_now.random.getrandbits(64))
    _endpoint.new_loop()
    _endpoint.loop.create_task(_conduct(item, _world_now, _submission.Submission(source, _world_now)))


async def _conduct(item, world, submission):
    try:
        await item.function(world, submission)
        result = {"status": "passed", "message": None, "facts": [], "origin": None, "line": None}
    except BaseException as error:
        result = _failure(error, submission)
    _bridge.request("ended", result)


#: A call that ends cancelled comes without a traceback. Which of the student's lines it was is not known.
_CANCELLED = {"type": "CancelledError", "message": "", "frames": [], "line": None}


def _failure(error, submission):
    origin = _origin(error)
    if origin is None and isinstance(error, asyncio.CancelledError):
        origin = _references.cancelled_at or _CANCELLED  # of a call that the scenario has not cancelled
    facts = getattr(error, "facts", None)
    if isinstance(error, _assertions.CheckFailed):
        status, message = "failed", str(error)
    elif _is_coroutine_used(error) and submission.overlap_last_name is not None:
        status, message, origin = "failed", str(error), None
        facts = [{"what": "not_awaited", "name": submission.overlap_last_name, "got": "coroutine", "service": "itself"}]
    elif origin is not None:
        status, message = "errored", "".join(traceback.format_exception_only(error)).strip()
        facts = [{"what": "exception"}]
    else:
        # Scenario code that trips over what the submission returned: the value is of the wrong shape.
        status, message = "failed", "".join(traceback.format_exception_only(error)).strip()
        facts = [_not_async(error, submission) or {"what": "none" if "'NoneType'" in str(error) else "value"}]
    return {"status": status, "message": message[:4000], "facts": facts, "origin": origin,
            "line": _line_in_scenarios(error)}


def _is_coroutine_used(error):
    """The scenario uses as an ordinary value what is a coroutine: `submission.f(…)["key"]` of an `async def f`."""
    said = ("'coroutine' object is not subscriptable", "'coroutine' object is not iterable")
    return isinstance(error, TypeError) and str(error) in said


def _not_async(error, submission):
    """The scenario waits for what a plain `def` has returned: the most common slip of all deserves its own sentence."""
    called = _remote.last_called
    if not isinstance(error, TypeError) or not ("await" in str(error) or "coroutine" in str(error)) or called is None:
        return None
    try:
        facts = _questions.about(called)
    except Exception:
        return None
    return None if facts.is_coroutine_function else {"what": "not_async", "name": facts.name or submission.overlap_last_name}


def _origin(error):
    """The student's traceback that came with an exception, or with one it was raised from."""
    for _ in range(8):
        if error is None:
            return None
        found = getattr(error, "overlap_origin", None)
        if found is not None:
            return found
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return None


def _line_in_scenarios(error):
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == FILE]
    return lines[-1] if lines else None


def _latencies(calls, begin_ns):
    """How long each of these calls takes, in nanoseconds."""
    return [_latency(name, text, begin_ns) for name, text in calls]


def _latency(name, text, begin_ns):
    """How long a call takes. Arguments that nobody can read take no time; the reply then refuses them."""
    try:
        args, kwargs = _endpoint.decode(text)
        return _world_now._services[name]._latency_of(args, kwargs, begin_ns)
    except Exception as error:
        _world_now._services[name]._refuse(text, error)
        return 0


#: Characters of answers after which the others have to be asked for again.
_FULL = 1 << 20


def _replies(calls, at_ns):
    """The answers of services to calls that end at this instant: the first, and as many more as are not too much at once."""
    answers, size = [], 0
    for name, text in calls:
        answers.append(_reply(name, text, at_ns))
        size += len(answers[-1][1] or "")
        if size > _FULL:
            break
    return answers


def _reply(name, text, at_ns):
    """What a service answers to a call that ends at this instant."""
    try:
        service = _world_now._services[name]
        service._check_refused(text)
        args, kwargs = _endpoint.decode(text)
        return _endpoint.outcome_value(service._answer(args, kwargs, at_ns))
    except BaseException as error:
        return _endpoint.outcome_of(error)


def _at_once(name, text, now_ns):
    """The outcome of what a server says without any time passing, or None."""
    try:
        args, _ = _endpoint.decode(text)
        said = _world_now._services[name]._at_once(args, now_ns)
        return None if said is None else _endpoint.outcome_value(said)
    except BaseException as error:
        return _endpoint.outcome_of(error)


def _statement(text):
    """The outcome of a statement for the database that is free, or None for one that has to be paid for."""
    try:
        args, kwargs = _endpoint.decode(text)
        if _world_now is None and isinstance(args[0], list):
            return _endpoint.outcome_value(_tables.set_up(*args[:2]))
        is_charged = _world_now is not None and "database" in _world_now._services
        answer = _sql.receive(is_charged, *args, **kwargs)
        return None if answer is None else _endpoint.outcome_value(answer)
    except BaseException as error:
        return _endpoint.outcome_of(error)


def install():
    """Called once, while the judge starts."""
    _clock.install()
    _loop.install()
    _remote.install()
    _endpoint.configure(
        everything=False,
        make_reference=_make_reference,
        handlers={"load": _load, "begin": _begin, "latencies": _latencies, "replies": _replies,
                  "statement": _statement, "at_once": _at_once, "work": _expense.do_work,
                  "endless_loop": _findings.endless_loop},
    )
