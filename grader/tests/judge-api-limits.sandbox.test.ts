// Scenarios that would use the submission without an end: each ends within the limits of one run, with a verdict.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grader } from '../grader.ts';
import { makeExercise, openTestGrader, scenarioOf } from './open-test-grader.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

const SOURCE = `
import asyncio

def endless(item=1):
    while True:
        yield item

async def endless_async():
    while True:
        yield 1

class Chain:
    def __getattr__(self, name):
        return Chain()

async def never():
    await asyncio.get_running_loop().create_future()

async def polls():
    while True:
        await asyncio.sleep(1)
`;

async function run(cpuMs: number, ...body: string[]) {
  const scenarios = `import asyncio\nfrom overlap.judge import scenario\n@scenario("tested", zh="例", deadline=30)\nasync def tested(world, submission):\n    ${body.join('\n    ')}\n`;
  const exercise = makeExercise(scenarios, { limits: { cpuMs } });
  const verdict = await grader.grade({ exercise, source: SOURCE, mode: 'all', audience: 'author' });
  const { status, killedBy } = scenarioOf(verdict, 'tested');
  return [status, killedBy];
}

describe('using a submission without an end', () => {
  test.each([
    ['iterating', ['for _ in submission.endless():', '    pass']],
    ['looking', ['thing = submission.Chain()', 'while True:', '    thing = thing.next']],
  ])('%s is ended by the processor limit', async (_, body) => {
    expect(await run(300, ...body)).toEqual(['killed', 'cpu']);
  });

  test('collecting is ended by what one run may hand over', async () => {
    expect(await run(3000, 'list(submission.endless("x" * 100_000))')).toEqual(['killed', 'messages']);
  });

  test('iterating asynchronously is ended as turns without time', async () => {
    expect(await run(3000, 'async for _ in submission.endless_async():', '    pass')).toEqual(['killed', 'steps']);
  });

  test('waiting for an instant does not hide that nothing can happen any more', async () => {
    const body = ['task = asyncio.create_task(submission.never())', 'await world.until(5.0)', 'await task'];
    expect(await run(3000, ...body)).toEqual(['deadlocked', null]);
  });

  test('an instant after the deadline is never reached', async () => {
    expect(await run(3000, 'task = asyncio.create_task(submission.polls())', 'await world.until(31.0)')).toEqual([
      'out_of_time',
      null,
    ]);
  });
});
