// What authors must be able to write: one small trial of each Django exercise of the curriculum, with right and wrong
// solutions, in the real sandbox. A wrong one names in its first line what must fail; everything else must pass.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grader } from '../grader.ts';
import { failuresOf, makeExercise, openTestGrader } from './open-test-grader.ts';

const folder = path.join(import.meta.dirname, 'django-exercises');
let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

it('the example of the guide for authors passes', async () => {
  const guide = readFileSync(path.join(import.meta.dirname, '../../docs/authors-django.md'), 'utf8');
  const part = (title: string) => guide.split('```').find((block) => block.startsWith(`python\n# ${title}\n`)) ?? '';
  const [scenarios, support, source] = ['scenarios.py', 'support.py', 'solution'].map((title) => part(title).slice(7));
  const exercise = makeExercise(String(scenarios), { support: String(support), image: 'django' });
  const verdict = await grader.grade({ exercise, source: String(source), mode: 'all', audience: 'author' });
  expect(failuresOf(verdict)).toEqual([]);
  expect(verdict.scenarios).toHaveLength(2);
});

describe.each(readdirSync(folder))('%s', (name) => {
  const read = (file: string) => readFileSync(path.join(folder, name, file), 'utf8');
  const support = read('support.py');
  const image = support.startsWith('# image: python') ? 'python' : 'django';
  const exercise = makeExercise(read('scenarios.py'), { support, image });
  const solutions = readdirSync(path.join(folder, name)).filter((file) => /^(right|wrong).*\.py$/.test(file));

  it.each(solutions)('%s', async (file) => {
    const source = read(file);
    const expected = /^# fails: (.*)$/m.exec(source)?.[1]?.split('; ') ?? [];
    const verdict = await grader.grade({ exercise, source, mode: 'all', audience: 'author' });
    const failures = failuresOf(verdict);
    expect(
      verdict.scenarios.filter(({ status }) => status !== 'passed').map(({ name }) => name.en),
      failures.join('\n'),
    ).toEqual(expected);
    expect(verdict.error).toBeNull();
  });
});
