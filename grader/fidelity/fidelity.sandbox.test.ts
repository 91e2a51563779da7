// The comparison itself: real threads, blocking calls and references give the facts a scenario asserts on, a program that
// never ends is seen to do so, and a runtime that behaves otherwise is found out.
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeExercise, openTestGrader } from '../tests/open-test-grader.ts';
import type { Grader } from '../grader.ts';
import { findDifferences } from './compare.ts';
import { explain } from './explained.ts';
import { findNewerFeature } from './features.ts';
import { findPython, type Python } from './find-python.ts';
import { RealGrader } from './real-grader.ts';
import { RealInterpreter } from './real-interpreter.ts';
import { RealProcess } from './real-process.ts';

const dataDir = path.resolve(process.env.OVERLAP_DATA ?? path.join(import.meta.dirname, '../../.data'));
const PACE = 50;

const SUPPORT = `
from overlap import blocking_service, service
fetch, fetch_blocking = service("fetch"), blocking_service("fetch")
`;

const SCENARIOS = `
from overlap.judge import raises, scenario

@scenario("in threads", zh="例")
async def in_threads(world, submission):
    fetch = world.service("fetch", latency=1.0, reply=lambda n: n * 10)
    assert await submission.in_threads([1, 2, 3]) == [10, 20, 30]
    assert fetch.peak == 3
    assert all(call.in_thread for call in fetch.calls)
    assert world.thread_calls == 3
    assert world.elapsed == 1.0
    assert not world.blocked

@scenario("blocks", zh="例")
async def blocks(world, submission):
    world.service("fetch", latency=1.0, reply="x")
    await submission.blocks()
    assert [(b["begin"], b["seconds"]) for b in world.blocked] == [(0.5, 1.0), (1.5, 2.0)]
    assert world.elapsed == 3.5

@scenario("plain function with a loop of its own", zh="例")
async def plain(world, submission):
    world.service("fetch", latency=1.0, reply=lambda n: n)
    assert submission.plain([1, 2]) == [1, 2]
    assert world.elapsed == 1.0

@scenario("threads of a plain function", zh="例")
async def plain_threads(world, submission):
    fetch = world.service("fetch", latency=1.0, reply=lambda n: n)
    submission.plain_threads()
    assert (fetch.call_count, world.thread_calls, world.elapsed) == (2, 2, 1.0)

@scenario("a pool that is left blocks its loop", zh="例")
async def leaves_a_pool(world, submission):
    world.service("fetch", latency=1.0, reply=lambda n: n)
    assert await submission.leaves_a_pool() == 1
    assert [(b["begin"], b["seconds"]) for b in world.blocked] == [(0, 1.0)]

@scenario("processes", zh="例")
async def processes(world, submission):
    world.service("fetch", latency=1.0, reply=lambda n: n)
    assert await submission.processes() == 1
    assert (world.process_calls, world.thread_calls, world.elapsed) == (1, 0, 1.0)

@scenario("what is read of clocks", zh="例")
async def clocks(world, submission):
    world.move_wall_clock(-3600)
    assert await submission.clocks() == [1.0, 1.0, 1.0]
    assert submission.wall() - submission.loaded < -3000

@scenario("calls back", zh="例")
async def calls_back(world, submission):
    async def slow(n):
        await world.sleep(n)
        return submission.double(n)
    assert await submission.calls_back(slow) == [2, 4]
    assert world.elapsed == 2.0

@scenario("waits for ever", zh="例")
async def waits(world, submission):
    await submission.waits()

@scenario("two threads lock each other out", zh="例")
async def deadlock(world, submission):
    await submission.deadlock()

@scenario("an error of its own", zh="例")
async def fails(world, submission):
    with raises("Own") as caught:
        await submission.fails()
    assert caught.error.args == ("why", 3)
    assert submission.stdout == "before\\n"

@scenario("errors that reach nobody", zh="例")
async def unheard(world, submission):
    await submission.unheard()
    assert len(world.unhandled) == 2
`;

const SOURCE = `
import asyncio, threading, time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from support import fetch, fetch_blocking

class Own(Exception): pass

async def in_threads(numbers):
    return await asyncio.gather(*(asyncio.to_thread(fetch_blocking, n) for n in numbers))

async def blocks():
    await asyncio.sleep(0.5)
    fetch_blocking(1)
    time.sleep(2)

def plain(numbers):
    async def main():
        return await asyncio.gather(*(fetch(n) for n in numbers))
    return asyncio.run(main())

loaded = time.time()

def wall():
    return time.time()

def plain_threads():
    threads = [threading.Thread(target=fetch_blocking, args=(n,)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

async def leaves_a_pool():
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(fetch_blocking, 1)
    return future.result()

async def processes():
    with ProcessPoolExecutor(1) as pool:
        return await asyncio.get_running_loop().run_in_executor(pool, fetch_blocking, 1)

async def clocks():
    all = time.monotonic, time.perf_counter, asyncio.get_running_loop().time
    begin = [clock() for clock in all]
    await asyncio.sleep(1)
    return [clock() - before for clock, before in zip(all, begin)]

def double(n):
    return 2 * n

async def calls_back(slow):
    return await asyncio.gather(slow(1), slow(2))

async def waits():
    await asyncio.Event().wait()

async def deadlock():
    first, second = threading.Lock(), threading.Lock()
    def body(one, other):
        with one:
            time.sleep(1)
            with other:
                pass
    await asyncio.gather(asyncio.to_thread(body, first, second), asyncio.to_thread(body, second, first))

async def fails():
    print("before")
    raise Own("why", 3)

async def unheard():
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    asyncio.create_task(fails())
    await asyncio.sleep(0.5)
`;

const EXPECTED = {
  'in threads': 'passed',
  blocks: 'passed',
  'plain function with a loop of its own': 'passed',
  'threads of a plain function': 'passed',
  'a pool that is left blocks its loop': 'passed',
  processes: 'passed',
  'what is read of clocks': 'passed',
  'calls back': 'passed',
  'waits for ever': 'deadlocked',
  'two threads lock each other out': 'deadlocked',
  'an error of its own': 'passed',
  'errors that reach nobody': 'passed',
};

const python = findPython();

describe.skipIf(python === null)('the machine’s CPython as the submission’s interpreter', () => {
  let real: RealGrader;
  let running: RealProcess;
  let virtual: Grader;
  const exercise = makeExercise(SCENARIOS, { support: SUPPORT });
  beforeAll(async () => {
    if (python === null) return;
    running = new RealProcess(python);
    real = await RealGrader.open(running, dataDir, exercise);
    virtual = await openTestGrader();
  });
  afterAll(async () => {
    real.close();
    virtual.close();
    await running.close();
  });

  test.each(Object.entries(EXPECTED))('%s', async (name, status) => {
    const { error, scenarios } = await real.grade(SOURCE, [name], PACE);
    expect(error).toBeNull();
    expect(scenarios.map((one) => [one.name.en, one.status, one.message])).toEqual([[name, status, null]]);
  });

  test('a submission that can tell the interpreters apart is reported, with both sides', async () => {
    const names = ['waits for ever'];
    const source = SOURCE.replace(
      'await asyncio.Event().wait()',
      'import sys\n    if sys.platform != "emscripten": raise ValueError("real")',
    );
    const verdict = await virtual.grade({ exercise, source, mode: 'all', audience: 'author' });
    expect(findDifferences('s.py', verdict, await real.grade(source, names, PACE))).toEqual([
      { sample: 's.py', scenario: 'waits for ever', virtual: 'passed', real: 'errored – ValueError: real' },
    ]);
  });

  test('a submission that loads in one of them only is reported', async () => {
    const source = `import sys\nassert sys.platform == "emscripten"\n${SOURCE}`;
    const verdict = await virtual.grade({ exercise, source, mode: 'all', audience: 'author' });
    const found = findDifferences('s.py', verdict, await real.grade(source, ['calls back'], PACE));
    expect(found.map(({ scenario, virtual: one }) => [scenario, one])).toEqual([['(loading)', 'loads']]);
  });
});

describe.skipIf(python === null)('the process behind the runs', () => {
  const ask = async (running: RealProcess, source: string) => {
    const student = new RealInterpreter(await running.begin(), PACE);
    const options = { outputBytes: 1000, seed: 1, django: false };
    try {
      return student.begin(0, false, JSON.stringify(['load', source, null, options]));
    } catch (error) {
      return String(error);
    }
  };

  test('a run sees nothing of the one before, and one that ends its process leaves a fresh one', async () => {
    const running = new RealProcess(python as Python);
    try {
      expect(await ask(running, 'import sys; sys.left = 1')).toContain('["ok",null]');
      expect(await ask(running, 'import os; os.kill(os.getpid(), 9)')).toContain('it ended (-9)');
      expect(await ask(running, 'import sys; assert not hasattr(sys, "left")')).toContain('["ok",null]');
    } finally {
      await running.close();
    }
  });
});

test('only what a newer version is known to do otherwise is explained, and only on an older one', () => {
  const old = { command: 'python3', version: '3.13.0', major: 3, minor: 13 };
  const known = "errored – RuntimeError: There is no current event loop in thread 'MainThread'.";
  const difference = { sample: 's.py', scenario: 'one', virtual: known, real: 'passed' };
  expect(explain(difference, '', old)).toContain('get_event_loop()');
  expect(explain(difference, '', { ...old, minor: 14 })).toBeNull();
  expect(explain({ ...difference, virtual: 'errored – RuntimeError: no running event loop' }, '', old)).toBeNull();
});

test('a wrong sample explains what it declares to be killed, and what it leaves open', () => {
  const python = { command: 'python3', version: '3.14.0', major: 3, minor: 14 };
  const killed = { sample: 's.py', scenario: 'one', virtual: 'killed', real: 'passed' };
  expect(explain(killed, '# fails: one\n# status: killed\n', python)).toContain('limit');
  expect(explain(killed, '# fails: one\n# status: failed\n', python)).toBeNull();
  expect(explain({ ...killed, virtual: 'passed' }, '# fails: one\n# status: killed\n', python)).toBeNull();
  expect(explain(killed, '# fails: two\n# passes: three\n', python)).toContain('left open');
  expect(explain(killed, '# fails: two\n# passes: one\n', python)).toBeNull();
  expect(explain(killed, '# fails: two\n', python)).toBeNull();
});

test('features of newer versions are named', () => {
  const old = { command: 'python3', version: '3.11.2', major: 3, minor: 11 };
  expect(findNewerFeature('from itertools import batched', old)).toBe('itertools.batched (Python 3.12)');
  expect(findNewerFeature('async for t in asyncio.as_completed(x):', old)).toContain('3.13');
  expect(findNewerFeature('async def f(): pass  # since 3.13', old)).toBe('the behaviour of Python 3.13');
  expect(findNewerFeature('from itertools import batched', { ...old, minor: 14 })).toBeNull();
});
