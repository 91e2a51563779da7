from overlap import _lent


class Liar:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __bool__(self):
        return True

    __hash__ = object.__hash__


class Meta(type):
    def __instancecheck__(cls, other):
        return Liar()


class Length:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length

    def __iter__(self):
        return iter(())


def giant_text():
    return "x" * 5_000_000


def giant_list():
    return [0] * 300_000


def deep():
    value = []
    for _ in range(500):
        value = [value]
    return value


class Broken(Exception):
    def __str__(self):
        raise RuntimeError("no text")

    __repr__ = __str__


def fail():
    raise Broken("x")


def fail_huge():
    error = Broken("x" * 300_000)
    error.field = [error]
    raise error


def fail_newly(number):
    raise type(f"Error{number}", (Exception,), {"__module__": "submission"})("new")


def echo(value):
    return value


def number_of(function):
    return function.overlap_number


def forge_error(number):
    error = ValueError("forged")
    error.overlap_sent = number
    return error


def fill(log):
    log.append(Liar())
    log.append({"deep": [Liar]})


def reach_in(log):
    _lent.ask(log._overlap_number, "get", "__class__", None)


def look_around(thing, function):
    found = []
    for target in (thing._overlap_number, function.overlap_number):
        for name in ("__class__", "__dict__", "__globals__", "__code__", "__closure__", "__init__", "__self__", "mro"):
            for operation in ("get", "call", "self", "about", "module", "isinstance", "inside"):
                try:
                    found.append(_lent.ask(target, operation, name, None))
                except Exception:
                    continue
    return found
