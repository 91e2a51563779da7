import asyncio


async def hello(log):
    log.append("hello")
    await asyncio.sleep(1)
    log.append("world")
    return "done"


async def put_as_slices(log):
    await asyncio.sleep(1)
    log[len(log):] = ["first", "no", "second"]
    log[2:3] = []
    await asyncio.sleep(1)
    log[len(log):] = iter(["last"])


async def hello_in(box):
    box["log"][0].append("in")


def use_list(n):
    answers = [len(n), n[1:], list(n), repr(n), 3 in n, n == [3, 1, 2], n + [9], [9] + n, sum(n), sorted(n),
               isinstance(n.copy(), list), n.index(1)]
    n.sort()
    n.reverse()
    n += [7]
    n.insert(0, 0)
    n[1] = 10
    n.extend(x for x in (8, 8))
    n.pop()
    n.remove(2)
    del n[2]
    n[2:2] = [3]
    return answers


def last(n):
    return n[-1]


def at(n, index):
    return n[index]


def remove(n, value):
    n.remove(value)


def use_dict(d):
    answers = [d["level"], d.get("nothing"), sorted(d), dict(d), len(d), "debug" in d, d | {"debug": True},
               d.pop("nothing", "missing")]
    d["level"] += 1
    d.update(new=5)
    d |= {"more": 6}
    d.setdefault("default", 7)
    del d["debug"]
    return answers


def same(a, b):
    return a is b


def give_back(value):
    return value


def put_function(log):
    log.append(lambda n: 2 * n)
