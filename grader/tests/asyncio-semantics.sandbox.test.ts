// The virtual loop against asyncio's documented behaviour. The cases are plain Python beside this file: one file a
// topic, one `async def` a case, its name the claim. Each runs in an interpreter of its own, as a scenario.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grader } from '../grader.ts';
import type { Verdict } from '../verdict/schema.ts';
import { makeExercise, openTestGrader, scenarioOf } from './open-test-grader.ts';

const folder = path.join(import.meta.dirname, 'semantics');
const support = readFileSync(path.join(folder, 'support.py'), 'utf8');
const topics = readdirSync(folder)
  .filter((file) => file.endsWith('.py') && file !== 'support.py')
  .sort()
  .map((file) => {
    const source = readFileSync(path.join(folder, file), 'utf8');
    const cases = Array.from(source.matchAll(/^async def ([a-z]\w*)\(\):/gm), (match) => String(match[1]));
    return { topic: file.replace('.py', ''), source, cases };
  });

/** One scenario a case: it calls the case, which asserts for itself. */
function scenariosFor(cases: readonly string[]): string {
  const scenario = (name: string) =>
    `@scenario("${name}", zh="例")\nasync def ${name}(world, submission):\n    await submission.${name}()\n`;
  return 'from overlap.judge import scenario\n\n' + cases.map(scenario).join('\n');
}

let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

describe.each(topics)('asyncio on the virtual clock: $topic', ({ source, cases }) => {
  let verdict: Verdict;
  beforeAll(async () => {
    const exercise = makeExercise(scenariosFor(cases), { support, limits: { cpuMs: 10_000 } });
    verdict = await grader.grade({ exercise, source, mode: 'all', audience: 'author' });
  });

  test.each(cases.map((name) => ({ name, claim: name.replaceAll('_', ' ') })))('$claim', ({ name }) => {
    expect(verdict.error).toBeNull();
    const { status, killedBy, message } = scenarioOf(verdict, name);
    expect({ status, killedBy, message }).toEqual({ status: 'passed', killedBy: null, message: null });
  });
});
