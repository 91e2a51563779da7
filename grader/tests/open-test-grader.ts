// The real grader on built images, and the smallest exercise that a test needs. Shared by the tests of this folder.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { openGrader } from '../grade.ts';
import type { Grader } from '../grader.ts';
import { limitsSchema, type ExerciseBundle } from '../pack/schema.ts';
import type { ScenarioVerdict, Verdict } from '../verdict/schema.ts';

const dataFolder = path.resolve(process.env.OVERLAP_DATA ?? path.join(import.meta.dirname, '../../.data'));

/** Opens the grader; no interpreters are kept ready, so that a test file ends when its last test does. */
export function openTestGrader(): Promise<Grader> {
  const imagesDir = path.join(dataFolder, 'images');
  return openGrader({ imagesDir, wheelsDir: path.join(dataFolder, 'wheels'), spare: 0 });
}

/** An exercise of nothing but scenarios and, where given, a support.py. */
export function makeExercise(
  scenarios: string,
  options: { support?: string; limits?: Partial<ExerciseBundle['limits']>; image?: ExerciseBundle['image'] } = {},
): ExerciseBundle {
  const { support = null, limits = {}, image = 'python' } = options;
  const contentHash = createHash('sha256')
    .update(JSON.stringify([scenarios, support, limits, image]))
    .digest('hex');
  return { slug: 'tested', contentHash, image, limits: limitsSchema.parse(limits), scenarios, support };
}

/** The scenario of this name. Throws when the verdict has none. */
export function scenarioOf(verdict: Verdict, name: string): ScenarioVerdict {
  const found = verdict.scenarios.find((scenario) => scenario.name.en === name);
  if (found === undefined) throw new Error(`no scenario is called ${name}: ${JSON.stringify(verdict.error)}`);
  return found;
}

/** What went wrong, scenario by scenario; an empty list when all passed. */
export function failuresOf(verdict: Verdict): string[] {
  if (verdict.error) return [JSON.stringify(verdict.error)];
  return verdict.scenarios
    .filter(({ status }) => status !== 'passed')
    .map(({ name, status, killedBy, message }) => `${name.en}: ${status} ${killedBy ?? ''} ${message ?? ''}`);
}
