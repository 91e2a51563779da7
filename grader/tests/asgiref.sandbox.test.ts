// asgiref's ways between threads and the event loop, which are its own code on virtual threads.
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
  const exercise = makeExercise(HEAD + body + '\n', { image: 'django', limits: { cpuMs: 5_000 } });
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

async def in_a_running_loop():
    try:
        async_to_sync(inner)(1)
    except RuntimeError as error:
        return str(error)[:31]

async def nested():
    outer = lambda: async_to_sync(there_and_back)()
    return await sync_to_async(outer)()

def without_a_loop():
    return async_to_sync(there_and_back)()

async def own_contexts():
    from asgiref.sync import ThreadSensitiveContext
    async def request():
        async with ThreadSensitiveContext():
            await sync_to_async(time.sleep)(1)
    await asyncio.gather(*(request() for _ in range(3)))

async def one_after_another():
    await asyncio.gather(*(sync_to_async(time.sleep)(1) for _ in range(3)))

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
    { name: 'in_a_running_loop', got: '"You cannot use AsyncToSync in t"', elapsed: 0 },
    { name: 'nested', got: '"inner"', elapsed: 2 },
    { name: 'own_contexts', got: 'None', elapsed: 1 },
    { name: 'one_after_another', got: 'None', elapsed: 3 },
  ])('async_to_sync in a thread: $name', async ({ name, got, elapsed }) => {
    const scenario = `assert await submission.${name}() == ${got}\nassert world.elapsed == ${elapsed}`;
    expect(await run(source, scenario)).toMatchObject(PASSED);
  });

  test('async_to_sync where no loop runs', async () => {
    const scenario = 'assert submission.without_a_loop() == "inner"\nassert world.elapsed == 2';
    expect(await run(source, scenario)).toMatchObject(PASSED);
  });

  test.each([
    { url: '/sync/', elapsed: 3 },
    { url: '/async/', elapsed: 2 },
  ])('a synchronous middleware around $url', async ({ url, elapsed }) => {
    const scenario = `response = await submission.client.get("${url}")
assert response.status == 200, response.body
assert response.headers["x-seen"] == "yes"
assert world.elapsed == ${elapsed}`;
    expect(await run(source, scenario)).toMatchObject(PASSED);
  });
});
