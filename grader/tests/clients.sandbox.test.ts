// HTTP and database clients, in compact exercises: every right solution passes, every wrong one fails as it declares.
// Folders are exercises of http/ and database-clients/; the image is python-clients unless scenarios.py begins with
// "# image: …".
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grader } from '../grader.ts';
import { checkFailed, checkPassed } from '../pack/check-sample.ts';
import { readDeclaration } from '../pack/declaration.ts';
import { imageNameSchema } from '../pack/schema.ts';
import { makeExercise, openTestGrader } from './open-test-grader.ts';

const read = (...parts: string[]) => readFileSync(path.join(import.meta.dirname, ...parts), 'utf8');

const exercises = ['http', 'database-clients'].flatMap((topic) =>
  readdirSync(path.join(import.meta.dirname, topic))
    .sort()
    .map((name) => {
      const folder = path.join(import.meta.dirname, topic, name);
      const scenarios = read(topic, name, 'scenarios.py');
      const image = imageNameSchema.parse(/^# image: (\S+)$/m.exec(scenarios)?.[1] ?? 'python-clients');
      const support = existsSync(path.join(folder, 'support.py')) ? read(topic, name, 'support.py') : null;
      const samples = ['passed', 'failed'].flatMap((expected) =>
        (existsSync(path.join(folder, expected)) ? readdirSync(path.join(folder, expected)) : [])
          .sort()
          .map((file) => ({ expected, file, source: read(topic, name, expected, file) })),
      );
      const exercise = makeExercise(scenarios, { image, ...(support === null ? {} : { support }) });
      return { name: `${topic}/${name}`, exercise, samples };
    }),
);

let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

test('the example of the guide for authors passes', async () => {
  const parts = read('../../docs/authors-clients.md').split('```');
  const part = (title: string) => parts.find((text) => text.startsWith(`python\n# ${title}\n`))?.slice(7) ?? '';
  const exercise = makeExercise(part('scenarios.py'), { image: 'python-clients' });
  const verdict = await grader.grade({ exercise, source: part('solution'), mode: 'all', audience: 'author' });
  expect(checkPassed(verdict)).toEqual([]);
  expect(verdict.scenarios).toHaveLength(2);
});

describe.each(exercises)('$name', ({ exercise, samples }) => {
  test.each(samples)('$expected/$file', async ({ expected, source }) => {
    const verdict = await grader.grade({ exercise, source, mode: 'all', audience: 'author' });
    if (expected === 'passed') {
      expect(checkPassed(verdict)).toEqual([]);
      return;
    }
    const { declaration, problems } = readDeclaration(source);
    expect(problems).toEqual([]);
    expect(checkFailed(verdict, declaration)).toEqual([]);
  });
});
