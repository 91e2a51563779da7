import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readExercise, toBundle } from '../pack/read.ts';
import type { Verdict } from '../verdict/schema.ts';
import { type Pool, openPool } from '../worker/pool.ts';

const IMAGES = join(process.env.OVERLAP_DATA ?? join(import.meta.dirname, '../../.data'), 'images');

let pool: Pool;
let verdict: Verdict;

beforeAll(async () => {
  pool = openPool({ imagesDir: IMAGES, size: 1, spare: 0 });
  const { exercise } = readExercise(join(import.meta.dirname, 'guide-example'));
  if (exercise === null) throw new Error('guide-example cannot be read');
  verdict = await pool.grade({
    exercise: toBundle(exercise),
    source: exercise.starter,
    mode: 'all',
    audience: 'author',
  });
});

afterAll(() => pool.close());

test('everything that the guide for authors names is there and does what the guide says', () => {
  const ended = verdict.scenarios.map(({ name, status, message }) => [name.en, status, message]);
  expect(ended.filter(([name, status]) => status !== 'passed' && name !== 'a deadline of its own')).toEqual([]);
  expect(ended).toHaveLength(9);
});

test('a scenario with a deadline of its own ends at it', () => {
  const late = verdict.scenarios.find((scenario) => scenario.name.en === 'a deadline of its own');
  expect(late).toMatchObject({
    status: 'out_of_time',
    diagnoses: [{ code: 'out_of_time', deadlineNs: 10_000_000_000 }],
  });
});
