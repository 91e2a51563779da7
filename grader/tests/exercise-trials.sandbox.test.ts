// What authors must be able to write: one small trial of each exercise of the curriculum about time and tasks, iteration,
// threads and shared state, with right and wrong solutions, in the real sandbox. A wrong one declares at its top what
// fails and how, in the words of a pack; everything else must pass.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grader } from '../grader.ts';
import { checkFailed, checkPassed } from '../pack/check-sample.ts';
import { readDeclaration } from '../pack/declaration.ts';
import { makeExercise, openTestGrader } from './open-test-grader.ts';

const folder = path.join(import.meta.dirname, 'exercise-trials');
let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

describe.each(readdirSync(folder))('%s', (name) => {
  const file = (of: string) => path.join(folder, name, of);
  const read = (of: string) => readFileSync(file(of), 'utf8');
  const exercise = makeExercise(
    read('scenarios.py'),
    existsSync(file('support.py')) ? { support: read('support.py') } : {},
  );
  const grade = (source: string) => grader.grade({ exercise, source, mode: 'all', audience: 'author' });
  const solutions = readdirSync(path.join(folder, name));

  it.each(solutions.filter((of) => of.startsWith('right')))('%s passes', async (of) => {
    const verdict = await grade(read(of));
    expect(checkPassed(verdict).map(({ message }) => message)).toEqual([]);
    expect(verdict.status).toBe('passed');
  });

  it.each(solutions.filter((of) => of.startsWith('wrong')))('%s fails as it declares', async (of) => {
    const { declaration, problems } = readDeclaration(read(of));
    const verdict = await grade(read(of));
    expect([...problems, ...checkFailed(verdict, declaration)].map(({ message }) => message)).toEqual([]);
    expect(verdict.status).not.toBe('passed');
  });
});
