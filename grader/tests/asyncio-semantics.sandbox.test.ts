// The virtual loop against asyncio's documented behaviour, and against the machine's CPython. The cases are plain Python
// beside this file: one file a topic, one `async def` a case, its name the claim. In the sandbox each runs in an
// interpreter of its own, as a scenario. Where there is a CPython 3.11 or newer, each runs there, too, and must have
// printed the same, byte by byte.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findNewerFeature } from '../fidelity/features.ts';
import { findPython } from '../fidelity/find-python.ts';
import { runRealCases, type RealCase } from '../fidelity/real-cases.ts';
import type { Grader } from '../grader.ts';
import type { Verdict } from '../verdict/schema.ts';
import { makeExercise, openTestGrader, scenarioOf } from './open-test-grader.ts';

const folder = path.join(import.meta.dirname, 'semantics');
const support = readFileSync(path.join(folder, 'support.py'), 'utf8');
const CASE = /^async def ([a-z]\w*)\(\):\n((?:(?:[ \t].*)?\n)*)/gm;
const topics = readdirSync(folder)
  .filter((file) => file.endsWith('.py') && file !== 'support.py')
  .sort()
  .map((file) => {
    const source = readFileSync(path.join(folder, file), 'utf8');
    const cases = Array.from(source.matchAll(CASE), ([, name = '', body = '']) => ({ name, body }));
    return { topic: file.replace('.py', ''), source, cases };
  });

const python = findPython();
if (python === null) console.log('No CPython 3.11 or newer: the cases are not compared with a real one.');

/** One scenario a case: it calls the case, which asserts for itself. */
function scenariosFor(names: readonly string[]): string {
  const scenario = (name: string) =>
    `@scenario("${name}", zh="例")\nasync def ${name}(world, submission):\n    await submission.${name}()\n`;
  return 'from overlap.judge import scenario\n\n' + names.map(scenario).join('\n');
}

let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

describe.each(topics)('asyncio on the virtual clock: $topic', ({ topic, source, cases }) => {
  let verdict: Verdict;
  let real = new Map<string, RealCase>();
  beforeAll(async () => {
    const exercise = makeExercise(scenariosFor(cases.map(({ name }) => name)), { support, limits: { cpuMs: 10_000 } });
    if (python !== null) real = await runRealCases(python, folder, topic);
    verdict = await grader.grade({ exercise, source, mode: 'all', audience: 'author' });
  });

  const all = cases.map((one) => ({ ...one, claim: one.name.replaceAll('_', ' ') }));

  test.each(all)('$claim', ({ name, body }) => {
    expect(verdict.error).toBeNull();
    const { status, killedBy, message, stdout } = scenarioOf(verdict, name);
    expect({ status, killedBy, message }).toEqual({ status: 'passed', killedBy: null, message: null });
    if (python === null || findNewerFeature(body, python) !== null) return;
    expect(real.get(name), `on CPython ${python.version}`).toEqual({ name, status: 'passed', output: stdout });
  });
});
