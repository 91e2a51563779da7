from collections import deque


def count(name, steps):
    for step in range(steps):
        print(name, step)
        yield


async def main():
    ready = deque([count("a", 2), count("b", 3)])
    while ready:
        program = ready.popleft()
        if next(program, "finished") != "finished":
            ready.append(program)
