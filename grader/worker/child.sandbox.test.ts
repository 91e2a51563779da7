// The real grader in the real child: what it may do, and that grading works with no more than that.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PackFault } from '../faults.ts';
import type { GradeRequest } from '../grader.ts';
import { contentHash } from '../pack/content-hash.ts';
import type { ExerciseBundle } from '../pack/schema.ts';
import { childScript, GraderChild } from './grader-child.ts';
import { sampleBundle } from './fakes/sample-grading.ts';
import { openPool, type Pool } from './pool.ts';

const dataDir = path.resolve(process.env.OVERLAP_DATA ?? '.data');
const imagesDir = path.join(dataDir, 'images');
let pool: Pool;

beforeAll(() => {
  pool = openPool({ imagesDir, size: 1, spare: 0 });
});

afterAll(() => pool.close());

function makeExercise(scenarios: string): ExerciseBundle {
  const { contentHash: _, ...parts } = { ...sampleBundle, limits: { ...sampleBundle.limits, cpuMs: 500 }, scenarios };
  return { ...parts, contentHash: contentHash(parts) };
}

const exercise = makeExercise(`from overlap.judge import scenario

@scenario("the answer is right", zh="答案正确")
async def right(world, submission):
    assert await submission.answer() == 42

@scenario("the answer takes a second", zh="回答需要一秒", weight=2)
async def one_second(world, submission):
    await submission.answer()
    assert world.elapsed == 1.0
`);

const makeRequest = (source: string): GradeRequest => ({ exercise, source, mode: 'all', audience: 'student' });

const rightSource = 'import asyncio\n\nasync def answer():\n    await asyncio.sleep(1)\n    return 42\n';

describe('a real child', () => {
  test('grades a right and a wrong submission', async () => {
    expect(await pool.grade(makeRequest(rightSource))).toMatchObject({
      status: 'passed',
      score: { earned: 3, possible: 3 },
    });
    const wrong = await pool.grade(makeRequest('async def answer():\n    return 42\n'));
    expect(wrong).toMatchObject({ status: 'failed', score: { earned: 1, possible: 3 } });
  });

  test('has the packages of other images, though it may not read files any more', async () => {
    const source = `import sqlparse.cli\n${rightSource}`;
    const { contentHash: _, ...parts } = exercise;
    const withDjango = { ...parts, image: 'django' as const };
    const request = { ...makeRequest(source), exercise: { ...withDjango, contentHash: contentHash(withDjango) } };
    expect(await pool.grade(request)).toMatchObject({ status: 'passed' });
    expect((await pool.grade(makeRequest(source))).error?.exception?.message).toContain('sqlparse');
  });

  test('tells what the scenarios are', async () => {
    expect((await pool.outline(exercise)).map(({ name, weight }) => [name.en, weight])).toEqual([
      ['the answer is right', 1],
      ['the answer takes a second', 2],
    ]);
  });

  test('reports a broken pack as such', async () => {
    await expect(pool.outline(makeExercise('1 / 0\n'))).rejects.toThrow(PackFault);
  });

  test('ends what a submission does without end, with a verdict', async () => {
    const verdict = await pool.grade(makeRequest('async def answer():\n    while True:\n        pass\n'));
    expect(verdict.scenarios.map(({ status, killedBy }) => [status, killedBy])).toEqual([
      ['killed', 'cpu'],
      ['killed', 'cpu'],
    ]);
  });

  test('gives a verdict that can be stored, whatever the submission prints and raises', async () => {
    const source = 'async def answer():\n    print("\\0 \\ud800")\n    raise ValueError("\\0 \\udfff")\n';
    const verdict = await pool.grade({ ...makeRequest(source), audience: 'author' });
    expect(verdict.status).toBe('failed');
    expect(verdict.scenarios[0]).toMatchObject({ stdout: '\ufffd \ufffd\n', exception: { message: '\ufffd \ufffd' } });
  });

  test.runIf(process.platform === 'linux')(
    'is started with nothing in its environment and the permission model on',
    async () => {
      const limits = {
        residentLimitMb: 1_500,
        cpuLimitMs: 60_000,
        wallLimitMs: 60_000,
        startLimitMs: 60_000,
        silenceLimitMs: 20_000,
      };
      const child = new GraderChild({
        imagesDir,
        wheelsDir: path.join(dataDir, 'wheels'),
        script: childScript,
        ...limits,
      });
      try {
        await child.ready;
        const environment = readFileSync(`/proc/${child.pid}/environ`, 'utf8').split('\0').filter(Boolean);
        // Node itself hands over the number of the channel, and removes it from process.env before any code runs.
        expect(environment.every((line) => line.startsWith('NODE_CHANNEL_'))).toBe(true);
        const flags = readFileSync(`/proc/${child.pid}/cmdline`, 'utf8')
          .split('\0')
          .filter((flag) => flag.startsWith('--'));
        expect(flags).toContain('--permission');
        // Beside root nobody may change users; a child of root is a user of its own, with no group and no right.
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        const idsOf = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1]?.split(/\s+/) ?? [];
        if (process.getuid?.() === 0 && /^\s*0\s+0\s+\d{6,}/.test(readFileSync('/proc/self/uid_map', 'utf8'))) {
          expect(new Set(idsOf('Uid')).size).toBe(1);
          expect(Number(idsOf('Uid')[0])).toBeGreaterThan(60_000);
          expect(Number(idsOf('Gid')[0])).toBeGreaterThan(60_000);
          expect(idsOf('CapEff')).toEqual(['0'.repeat(16)]);
        }
        expect(flags.filter((flag) => flag.startsWith('--allow') && !flag.startsWith('--allow-fs-read'))).toEqual([
          '--allow-addons',
        ]);
      } finally {
        await child.retire();
      }
    },
  );
});
