// Every attack of hostile/ ends in bounded time with the verdict it declares, learns nothing of a hidden scenario, and
// leaves nothing behind: not for the same text graded again, not for an honest one after it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grader } from '../grader.ts';
import { verdictSchema, type Verdict } from '../verdict/schema.ts';
import { makeExercise, openTestGrader } from './open-test-grader.ts';
import { deviationsOf, readAttack } from './read-attack.ts';

const folder = path.join(import.meta.dirname, 'hostile');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const attacks = readdirSync(folder)
  .filter((file) => file.endsWith('.py'))
  .map((file) => readAttack(file.slice(0, -3), read(file)));
// Low, so that whatever runs into a limit does so quickly.
const exercise = makeExercise(read('exercise/scenarios.py'), {
  limits: { cpuMs: 400, memoryMb: 96, outputKb: 16, virtualSeconds: 60 },
});
const honest = read('exercise/honest.py');
/** In scenarios.py these stand in comments, expected values, names of parameters and replies; attacks report by them. */
const MARKER = /MARKER[-_][A-Z]/;

let grader: Grader;
let honestVerdict: Verdict;

function grade(source: string, limits: Readonly<Record<string, number>> = {}): Promise<Verdict> {
  const bundle = { ...exercise, limits: { ...exercise.limits, ...limits } };
  return grader.grade({ exercise: bundle, source, mode: 'all', audience: 'student' });
}

beforeAll(async () => {
  grader = await openTestGrader();
  honestVerdict = await grade(honest, { cpuMs: 5_000 });
});

afterAll(() => grader.close());

describe('attacks', () => {
  it('are many, of every class', () => {
    const classes = new Set(attacks.map(({ name }) => name.split('_')[0]));
    expect([...classes].sort()).toEqual(['clock', 'escape', 'exit', 'forge', 'persist', 'read', 'resource', 'social']);
    expect(attacks.length).toBeGreaterThanOrEqual(80);
  });

  it('are graded against an exercise that can be solved', () => {
    expect(honestVerdict.status).toBe('passed');
  });

  it.each(attacks)('$name', async (attack) => {
    const verdict = await grade(attack.source, attack.limits);
    expect(verdictSchema.parse(verdict)).toEqual(verdict);
    expect(deviationsOf(attack, verdict)).toEqual([]);
    expect(JSON.stringify(verdict)).not.toMatch(MARKER);
  });

  it.each(attacks.filter(({ name }) => name.startsWith('persist_')))(
    '$name has the same verdict again',
    async (attack) => {
      expect(await grade(attack.source, attack.limits)).toEqual(await grade(attack.source, attack.limits));
    },
  );

  it('leave nothing behind for an honest submission', async () => {
    const after = await grade(honest, { cpuMs: 5_000 });
    expect(JSON.stringify(after)).toBe(JSON.stringify(honestVerdict));
  });
});
