// Threads that wait for the event loop through Django's asgiref, waits that nothing ever ends, and event loops of
// threads that call services.
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

async function run(source: string, scenario: string, image: 'python' | 'django' = 'python'): Promise<ScenarioVerdict> {
  const body = scenario.replace(/^/gm, '    ');
  const exercise = makeExercise(HEAD + body + '\n', { image, limits: { cpuMs: 5_000 } });
  return scenarioOf(await grader.grade({ exercise, source, mode: 'all', audience: 'author' }), 'case');
}

const PASSED = { status: 'passed', killedBy: null, message: null };

describe('asgiref', () => {
  const source = `
import asyncio, time
from asgiref.sync import async_to_sync, sync_to_async
from django.http import HttpResponse
from django.urls import path

async def inner(seconds):
    await asyncio.sleep(seconds)
    return "inner"

async def there_and_back():
    return await sync_to_async(lambda: async_to_sync(inner)(2))()

async def three_levels():
    @sync_to_async
    def bottom():
        time.sleep(1)
        return "bottom"

    async def middle():
        await asyncio.sleep(1)
        return await bottom()

    return await sync_to_async(lambda: async_to_sync(middle)())()

async def fails():
    async def broken():
        raise KeyError("inside")
    try:
        await sync_to_async(lambda: async_to_sync(broken)())()
    except KeyError as error:
        return error.args[0]

async def not_sensitive():
    body = sync_to_async(lambda: async_to_sync(inner)(2), thread_sensitive=False)
    return await asyncio.gather(body(), body(), body())

def page(request):
    time.sleep(1)
    return HttpResponse(async_to_sync(inner)(1))

async def async_page(request):
    await asyncio.sleep(1)
    return HttpResponse("async")

class SyncMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        time.sleep(1)
        response = self.get_response(request)
        response["X-Seen"] = "yes"
        return response

from django.conf import settings
settings.MIDDLEWARE = ["submission.SyncMiddleware"]
urlpatterns = [path("sync/", page), path("async/", async_page)]
`;

  test.each([
    { name: 'there_and_back', got: '"inner"', elapsed: 2 },
    { name: 'three_levels', got: '"bottom"', elapsed: 2 },
    { name: 'fails', got: '"inside"', elapsed: 0 },
    { name: 'not_sensitive', got: '["inner"] * 3', elapsed: 2 },
  ])('async_to_sync in a thread: $name', async ({ name, got, elapsed }) => {
    const scenario = `assert await submission.${name}() == ${got}\nassert world.elapsed == ${elapsed}`;
    expect(await run(source, scenario, 'django')).toMatchObject(PASSED);
  });

  test.each([
    { url: '/sync/', elapsed: 3 },
    { url: '/async/', elapsed: 2 },
  ])('a synchronous middleware around $url', async ({ url, elapsed }) => {
    const scenario = `response = await submission.client.get("${url}")
assert response.status == 200, response.body
assert response.headers["x-seen"] == "yes"
assert world.elapsed == ${elapsed}`;
    expect(await run(source, scenario, 'django')).toMatchObject(PASSED);
  });
});

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
    expect(await run(source, 'submission.lock_twice_without_a_loop()')).toMatchObject({ status: 'deadlocked' });
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
