// The same submission and pack give the same bytes, however it ends and whatever was graded in between.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../verdict/schema.ts';
import { makeExercise, openTestGrader, scenarioOf } from './open-test-grader.ts';

const TIMES = 25;
/** Using up processor time takes its time. */
const TIMES_WHEN_CPU_BOUND = 6;
const CPU_BOUND = ['loops', 'loops while time goes on', 'never stops turning'];

const SCENARIOS = `from overlap.judge import scenario

@scenario("quick", zh="例", visible=True)
async def quick(world, submission):
    users = world.service("users", latency=1.0, reply=lambda number: world.secret(number))
    assert await submission.load(users, [1, 2, 3]) == [users.replied(number) for number in (1, 2, 3)]
    assert world.elapsed == 1.0

@scenario("random", zh="例", seeds=3)
async def randomly(world, submission):
    users = world.service("users", latency=(0.5, 4.0), reply=lambda number: world.random.random())
    await submission.load(users, list(range(10)))
    assert users.peak == 10
`;

const LOAD = 'import asyncio, random, uuid, os, time\nasync def load(fetch, ids):\n';

/** Each ends in its own way; the output holds what must not differ: addresses, hashes, random values, times. */
const SUBMISSIONS: [name: string, source: string, ends: string][] = [
  ['passes', `${LOAD}    return await asyncio.gather(*(fetch(n) for n in ids))\n`, 'passed'],
  ['takes too long', `${LOAD}    return [await fetch(n) for n in ids]\n`, 'failed'],
  [
    'is random',
    `${LOAD}    print(random.random(), uuid.uuid4(), os.urandom(4), hash("x"), id(fetch), {"a", "b", "c"})\n`,
    'failed',
  ],
  ['raises', `${LOAD}    raise ValueError(object(), time.time(), random.random())\n`, 'errored'],
  ['waits for ever', `${LOAD}    await asyncio.Event().wait()\n`, 'deadlocked'],
  ['runs out of virtual time', `${LOAD}    while True:\n        await asyncio.sleep(7)\n`, 'out_of_time'],
  ['never stops turning', `${LOAD}    while True:\n        await asyncio.sleep(0)\n`, 'killed'],
  ['loops', `${LOAD}    await fetch(1)\n    while True:\n        pass\n`, 'killed'],
  [
    'loops while time goes on',
    `${LOAD}    while True:\n        time.sleep(0.001)\n        sum(range(1000))\n`,
    'killed',
  ],
  [
    'eats memory',
    `${LOAD}    await fetch(1)\n    kept = []\n    while True:\n        kept.append(bytearray(1 << 20))\n`,
    'any',
  ],
  ['floods its output', `${LOAD}    while True:\n        print("x" * 100)\n`, 'killed'],
];

describe('graded again and again, a submission that', () => {
  let grader: Awaited<ReturnType<typeof openTestGrader>>;
  beforeAll(async () => {
    grader = await openTestGrader();
  });
  afterAll(() => grader.close());

  const exercise = makeExercise(SCENARIOS, { limits: { cpuMs: 600, memoryMb: 96, virtualSeconds: 600 } });
  const verdicts = new Map<string, Set<string>>();
  beforeAll(async () => {
    // Interleaved, so that what one leaves behind would show in the next.
    for (let round = 0; round < TIMES; round++)
      for (const [name, source] of SUBMISSIONS) {
        if (round >= TIMES_WHEN_CPU_BOUND && CPU_BOUND.includes(name)) continue;
        const verdict = await grader.grade({ exercise, source, mode: 'all', audience: 'author' });
        verdicts.set(name, (verdicts.get(name) ?? new Set()).add(JSON.stringify(verdict)));
      }
  }, 600_000);

  test.each(SUBMISSIONS)('%s has one verdict', (name, _, ends) => {
    const distinct = [...(verdicts.get(name) ?? [])];
    expect(distinct.length).toBe(1);
    const verdict = JSON.parse(distinct[0] as string) as Verdict;
    if (ends !== 'any') expect(scenarioOf(verdict, 'quick').status).toBe(ends);
  });

  test('a second grader says the same', async () => {
    const second = await openTestGrader();
    for (const [name, source] of SUBMISSIONS.slice(0, 5)) {
      const verdict = await second.grade({ exercise, source, mode: 'all', audience: 'author' });
      expect([...(verdicts.get(name) ?? [])]).toEqual([JSON.stringify(verdict)]);
    }
    second.close();
  });
});
