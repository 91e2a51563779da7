// The database of a Django submission is not in its interpreter: what it does for honest code, and that nobody has rows
// without paying, whatever the submission does to the runtime beside it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Grader } from '../grader.ts';
import type { Verdict } from '../verdict/schema.ts';
import { failuresOf, makeExercise, openTestGrader, scenarioOf } from './open-test-grader.ts';

const folder = path.join(import.meta.dirname, 'django');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const exercise = makeExercise(read('scenarios.py'), { support: read('support.py'), image: 'django' });
const attacks = readdirSync(path.join(folder, 'attacks')).map((file) => ({
  file,
  source: read(path.join('attacks', file)),
  killedBy: /^# killed: (\w+)$/m.exec(read(path.join('attacks', file)))?.[1] ?? null,
}));

let grader: Grader;
let honest: Verdict;
const grade = (source: string, mode: 'all' | 'visible' = 'all', limits = {}) =>
  grader.grade({
    exercise: { ...exercise, limits: { ...exercise.limits, ...limits } },
    source,
    mode,
    audience: 'author',
  });

beforeAll(async () => {
  grader = await openTestGrader();
  honest = await grade(read('honest.py'));
});
afterAll(() => grader.close());

describe('honest code', () => {
  const names = Array.from(read('scenarios.py').matchAll(/^@scenario\("([^"]+)"/gm), (match) => String(match[1]));
  test.each(names)('%s', (name) => {
    expect(honest.error).toBeNull();
    const { status, killedBy, message } = scenarioOf(honest, name);
    expect({ status, killedBy, message }).toEqual({ status: 'passed', killedBy: null, message: null });
  });
});

describe('attacks', () => {
  it.each(attacks)('$file', async ({ source, killedBy }) => {
    const verdict = await grade(source, 'visible', killedBy ? { cpuMs: 700 } : {});
    const attacked = verdict.error ? null : scenarioOf(verdict, 'one query for all');
    expect(attacked?.status).not.toBe('passed');
    expect(attacked?.killedBy ?? null).toBe(killedBy);
    if (!killedBy) expect(failuresOf(verdict)).not.toEqual([]);
  });

  it('leave nothing behind for an honest submission', async () => {
    expect(await grade(read('honest.py'))).toEqual(honest);
  });
});
