// What authors may use in scenarios.py, from both sides of the bridge. Each folder below judge-api/ is an exercise whose
// scenarios assert for themselves.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grader } from '../grader.ts';
import type { Verdict } from '../verdict/schema.ts';
import { makeExercise, openTestGrader, scenarioOf } from './open-test-grader.ts';

const folder = path.join(import.meta.dirname, 'judge-api');
const topics = readdirSync(folder)
  .sort()
  .map((topic) => {
    const read = (name: string) => readFileSync(path.join(folder, topic, name), 'utf8');
    const scenarios = read('scenarios.py');
    const support = existsSync(path.join(folder, topic, 'support.py')) ? { support: read('support.py') } : {};
    const names = Array.from(scenarios.matchAll(/^@scenario\("([^"]+)"/gm), (match) => String(match[1]));
    return { topic, names, source: read('submission.py'), exercise: makeExercise(scenarios, support) };
  });

let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

describe.each(topics)('the judge API: $topic', ({ exercise, source, names }) => {
  let verdict: Verdict;
  beforeAll(async () => {
    verdict = await grader.grade({ exercise, source, mode: 'all', audience: 'author' });
  });

  test.each(names)('%s', (name) => {
    expect(verdict.error).toBeNull();
    const { status, killedBy, message } = scenarioOf(verdict, name);
    expect({ status, killedBy, message }).toEqual({ status: 'passed', killedBy: null, message: null });
  });
});
