// Threads of a scenario: waits that nothing ever ends, event loops of threads that call services, limits, process pools.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grader } from '../grader.ts';
import type { ScenarioVerdict } from '../verdict/schema.ts';
import { makeExercise, openTestGrader, scenarioOf } from './open-test-grader.ts';

const HEAD = 'from overlap.judge import scenario\n\n\n@scenario("case", zh="例")\nasync def case(world, submission):\n';

let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

async function run(source: string, scenario: string): Promise<ScenarioVerdict> {
  const body = scenario.replace(/^/gm, '    ');
  const exercise = makeExercise(HEAD + body + '\n', { limits: { cpuMs: 5_000 } });
  return scenarioOf(await grader.grade({ exercise, source, mode: 'all', audience: 'author' }), 'case');
}

const PASSED = { status: 'passed', killedBy: null, message: null };

describe('a wait that nothing ends is a deadlock', () => {
  const source = `
import asyncio, queue, threading
from asyncio import get_running_loop, run_coroutine_threadsafe, sleep, to_thread

async def lock_twice():
    lock = threading.Lock()
    with lock, lock:
        pass

async def lock_twice_in_a_thread():
    await to_thread(asyncio.run, lock_twice())

async def empty_queue():
    queue.Queue().get()

async def empty_queue_in_a_thread():
    await to_thread(queue.SimpleQueue().get)

async def result_on_the_loops_own_thread():
    run_coroutine_threadsafe(sleep(1), get_running_loop()).result()

async def the_loop_joins_a_thread_that_waits_for_it():
    loop = get_running_loop()
    thread = threading.Thread(target=lambda: run_coroutine_threadsafe(sleep(1), loop).result())
    thread.start()
    thread.join()

def lock_twice_without_a_loop():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
`;

  test.each(Array.from(source.matchAll(/^async def (\w+)/gm), ([, name]) => name))('%s', async (name) => {
    expect(await run(source, `await submission.${name}()`)).toMatchObject({ status: 'deadlocked', killedBy: null });
  });

  test('lock_twice_without_a_loop', async () => {
    const { status, diagnoses } = await run(source, 'submission.lock_twice_without_a_loop()');
    expect(status).toBe('deadlocked');
    expect(diagnoses).toEqual([
      { code: 'deadlock', waiting: [{ task: 'main thread', on: 'own lock', line: expect.any(Number) as number }] },
    ]);
  });

  test('two locks in different order: each thread is told by its name, what it waits for, and its line', async () => {
    const crossed = `
import threading, time

one, two = threading.Lock(), threading.Lock()

def body(first, second):
    with first:
        time.sleep(1)
        with second:
            pass

async def main():
    threads = [threading.Thread(target=body, args=pair, name=name) for name, pair in (("a", (one, two)), ("b", (two, one)))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
`;
    const { status, diagnoses } = await run(crossed, 'await submission.main()');
    expect(status).toBe('deadlocked');
    const waiting = diagnoses.flatMap((diagnosis) => (diagnosis.code === 'deadlock' ? diagnosis.waiting : []));
    expect(waiting).toContainEqual({ task: 'a', on: 'lock.acquire', line: 9 });
    expect(waiting).toContainEqual({ task: 'b', on: 'lock.acquire', line: 9 });
    expect(waiting).toContainEqual({ task: 'main', on: 'Thread.join', line: 17 });
  });
});

describe('event loops of threads', () => {
  test('call services on the clock of their thread', async () => {
    const source = `
import asyncio, time

async def both(fetch):
    return await asyncio.gather(fetch(1), fetch(2))

async def main(fetch):
    began = time.monotonic()
    got = await asyncio.to_thread(lambda: (asyncio.run(both(fetch)), round(time.monotonic() - began, 6)))
    return [got[0], got[1], round(time.monotonic() - began, 6)]
`;
    const scenario = `fetch = world.service("fetch", latency=2, reply=lambda number: number * 10)
assert await submission.main(fetch) == [[10, 20], 2.0, 2.0]
assert len(fetch.calls) == 2
assert world.elapsed == 2`;
    expect(await run(source, scenario)).toMatchObject(PASSED);
  });

  test('a thread that waits for ever does not keep the scenario from its end', async () => {
    const source = `
import asyncio, queue, threading, time

items, seen = queue.Queue(), []

def consume():
    while True:
        seen.append(items.get())

async def feed():
    threading.Thread(target=consume, daemon=True).start()
    for item in range(3):
        items.put(item)
        await asyncio.sleep(1)
    return seen

def feed_without_a_loop():
    threading.Thread(target=consume, daemon=True).start()
    items.put("x")

def take():
    return seen
`;
    expect(await run(source, 'assert await submission.feed() == [0, 1, 2]')).toMatchObject(PASSED);
    const later = `import asyncio
submission.feed_without_a_loop()
await asyncio.sleep(1)
assert submission.take() == ["x"]`;
    expect(await run(source, later)).toMatchObject(PASSED);
  });

  test('threads take turns as often as they like', async () => {
    const source = `
import queue, threading, time

there, back = queue.Queue(), queue.Queue()

def echo():
    while True:
        item = there.get()
        time.sleep(1)
        back.put(item * 2)

async def ask_often():
    threading.Thread(target=echo, daemon=True).start()
    answers = []
    for item in range(20):
        there.put(item)
        answers.append(back.get())
    return answers
`;
    const scenario = `assert await submission.ask_often() == [2 * item for item in range(20)]
assert world.elapsed == 20`;
    expect(await run(source, scenario)).toMatchObject(PASSED);
  });

  test('the judge learns at once of what ends while a thread waits', async () => {
    const source = `
import asyncio

async def slow():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(lambda: asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop).result())

async def quick():
    await asyncio.sleep(1)
`;
    const scenario = `import asyncio
slow = asyncio.ensure_future(submission.slow())
await submission.quick()
assert world.elapsed == 1
await slow
assert world.elapsed == 5`;
    expect(await run(source, scenario)).toMatchObject(PASSED);
  });
});

describe('threads of a scenario', () => {
  test('there are at most 256 at a time, and CPython says so', async () => {
    const source = `
import threading, time

async def main():
    threads, message = [], None
    try:
        for _ in range(1000):
            thread = threading.Thread(target=time.sleep, args=(1,))
            thread.start()
            threads.append(thread)
    except RuntimeError as error:
        message = str(error)
    for thread in threads:
        thread.join()
    again = threading.Thread(target=time.sleep, args=(1,))
    again.start()
    again.join()
    return [len(threads), message]
`;
    const scenario = `assert await submission.main() == [256, "can't start new thread"]
assert world.elapsed == 2`;
    expect(await run(source, scenario)).toMatchObject(PASSED);
  });

  test('calls of services know whether they were made on one, whatever the submission says', async () => {
    const source = `
import asyncio

async def main(read):
    here = read(1)
    there = await asyncio.gather(*(asyncio.to_thread(read, number) for number in (2, 3)))
    return [here, *there]
`;
    const scenario = `read = world.service("read", latency=2, reply=lambda number: number)
assert await submission.main(read.blocking) == [1, 2, 3]
assert [(call.begin, call.end, call.in_thread) for call in read.calls] == [(0, 2, False), (2, 4, True), (2, 4, True)]
assert [(b["seconds"], b["by"]) for b in world.blocked] == [(2, "read")]`;
    expect(await run(source, scenario)).toMatchObject(PASSED);
  });

  test('one that stands still does not keep the judge from using the submission', async () => {
    const source = `
import asyncio, threading, time

seen = []

def tick():
    for number in range(5):
        seen.append(number)
        time.sleep(1)

async def main():
    threading.Thread(target=tick).start()
    time.sleep(3.5)
    return list(seen)

def look():
    return list(seen)
`;
    const scenario = `import asyncio
running = asyncio.ensure_future(submission.main())
await world.sleep(1.5)
assert submission.look() == [0, 1]
assert await running == [0, 1, 2, 3]
assert world.elapsed == 3.5`;
    expect(await run(source, scenario)).toMatchObject(PASSED);
  });
});

describe('process pools', () => {
  const source = `
import asyncio, concurrent.futures, time

shared = []

def work(seconds):
    time.sleep(seconds)
    return seconds

def change(items):
    items.append(1)
    return items

async def three_on_two():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        return await asyncio.gather(*(loop.run_in_executor(pool, work, 1) for _ in range(3)))

async def copies():
    with concurrent.futures.ProcessPoolExecutor() as pool:
        items = []
        return [await asyncio.get_running_loop().run_in_executor(pool, change, items), items]

async def no_lambda():
    from concurrent.futures import ProcessPoolExecutor
    try:
        await asyncio.get_running_loop().run_in_executor(ProcessPoolExecutor(1), lambda: 1)
    except Exception as error:
        return type(error).__name__

async def no_default():
    try:
        asyncio.get_running_loop().set_default_executor(concurrent.futures.ProcessPoolExecutor(1))
    except TypeError as error:
        return str(error)

async def lent(call):
    return await asyncio.get_running_loop().run_in_executor(concurrent.futures.ProcessPoolExecutor(1), call, 5)
`;

  test.each([
    { name: 'three_on_two', got: '[1, 1, 1]', elapsed: 2 },
    { name: 'copies', got: '[[1], []]', elapsed: 0 },
    { name: 'no_lambda', got: '"PicklingError"', elapsed: 0 },
    { name: 'no_default', got: '"executor must be ThreadPoolExecutor instance"', elapsed: 0 },
  ])('$name', async ({ name, got, elapsed }) => {
    const scenario = `assert await submission.${name}() == ${got}
assert world.elapsed == ${elapsed}
assert world.thread_calls == 0`;
    expect(await run(source, scenario)).toMatchObject(PASSED);
  });

  test('take what the scenario lent', async () => {
    const scenario = `compute = world.service("compute", latency=1.5, reply=lambda number: number * 2)
assert await submission.lent(compute.blocking) == 10
assert world.elapsed == 1.5`;
    expect(await run(source, scenario)).toMatchObject(PASSED);
  });
});
