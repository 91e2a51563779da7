// Whether an exercise keeps its word: what reading its files cannot show and only grading its samples can.
// The grader comes as a parameter, so that these rules are tested without an interpreter.
import { join } from 'node:path';
import { PackFault } from '../faults.ts';
import type { Grader } from '../grader.ts';
import type { Verdict } from '../verdict/schema.ts';
import { findLanguageProblems } from './check-languages.ts';
import { checkFailed, checkPassed, checkStarter } from './check-sample.ts';
import type { DeclarationProblem } from './declaration.ts';
import { mapConcurrently } from './map-concurrently.ts';
import type { PackProblem } from './problem.ts';
import { type Exercise, toBundle } from './read.ts';
import type { Sample } from './read-solutions.ts';
import type { ScenarioOutline } from './schema.ts';

export type CheckingGrader = Pick<Grader, 'grade' | 'outline'>;

export interface CheckOptions {
  /** How many samples are graded at the same time. */
  concurrency: number;
  /** How many times each sample is graded. */
  repeat: number;
}

export interface ExerciseReport {
  pack: string;
  slug: string;
  scenarios: number;
  visible: number;
  passed: number;
  failed: number;
  problems: PackProblem[];
}

interface GradedSample {
  sample: Sample;
  verdict: Verdict;
  problems: DeclarationProblem[];
}

function checkOutlines(outlines: ScenarioOutline[]): DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (!outlines.some((outline) => outline.visible)) {
    problems.push({ line: 1, message: 'No scenario is visible.', fix: 'Give one scenario visible=True.' });
  }
  if (!outlines.some((outline) => !outline.visible)) {
    problems.push({ line: 1, message: 'No scenario is hidden.', fix: 'Leave visible=True out of one scenario.' });
  }
  const seen = new Set<string>();
  for (const { name, line } of outlines) {
    if (seen.has(name.en))
      problems.push({ line, message: `Two scenarios are called "${name.en}".`, fix: 'Rename one.' });
    if (/;|^\*$/.test(name.en)) {
      const message = `The name "${name.en}" cannot be declared by a sample.`;
      problems.push({ line, message, fix: 'Use a name without a semicolon that is not a star.' });
    }
    seen.add(name.en);
  }
  return problems;
}

/** Every hidden scenario is failed by at least one wrong solution; otherwise nothing shows what it is there for. */
function checkCoverage(outlines: ScenarioOutline[], graded: GradedSample[]): DeclarationProblem[] {
  const failing = new Set<string>();
  for (const { sample, verdict } of graded) {
    if (!sample.file.startsWith('solutions/failed/')) continue;
    for (const scenario of verdict.scenarios) if (scenario.status !== 'passed') failing.add(scenario.name.en);
  }
  return outlines
    .filter((outline) => !outline.visible && !failing.has(outline.name.en))
    .map(({ name, line }) => {
      const message = `No wrong solution fails the hidden scenario "${name.en}".`;
      return { line, message, fix: 'Add a wrong solution that only this scenario catches, or remove the scenario.' };
    });
}

/** Grades a sample `repeat` times; more than one distinct verdict is a problem. */
async function gradeRepeatedly(
  exercise: Exercise,
  sample: Sample,
  grader: CheckingGrader,
  repeat: number,
): Promise<GradedSample> {
  const request = { exercise: toBundle(exercise), source: sample.source, mode: 'all', audience: 'author' } as const;
  const verdict = await grader.grade(request);
  for (let count = 2; count <= repeat; count += 1) {
    const again = await grader.grade(request);
    if (JSON.stringify(verdict) === JSON.stringify(again)) continue;
    const differing = verdict.scenarios.find(
      (scenario, n) => JSON.stringify(scenario) !== JSON.stringify(again.scenarios[n]),
    );
    const where = differing === undefined ? '' : `, first in "${differing.name.en}"`;
    const fix = 'Remove what varies from run to run; draw chance from world.random.';
    const message = `Grading it ${count === 2 ? 'twice' : `${count} times`} gives two different verdicts${where}.`;
    return { sample, verdict, problems: [{ line: 1, message, fix }] };
  }
  return { sample, verdict, problems: [] };
}

async function gradeSamples(
  exercise: Exercise,
  grader: CheckingGrader,
  { concurrency, repeat }: CheckOptions,
): Promise<GradedSample[]> {
  const { starter, passed, failed } = exercise;
  const expectations: [Sample, (verdict: Verdict) => DeclarationProblem[]][] = [
    [{ file: 'starter.py', source: starter }, checkStarter],
    ...passed.map((sample): (typeof expectations)[number] => [sample, checkPassed]),
    ...failed.map((sample): (typeof expectations)[number] => [sample, (v) => checkFailed(v, sample.declaration)]),
  ];
  return mapConcurrently(expectations, concurrency, async ([sample, expect]) => {
    const graded = await gradeRepeatedly(exercise, sample, grader, repeat);
    return { ...graded, problems: [...graded.problems, ...expect(graded.verdict)] };
  });
}

/** Checks one exercise that has been read. A GraderFault goes through: then nothing is known about the pack. */
export async function checkExercise(
  exercise: Exercise,
  grader: CheckingGrader,
  options: CheckOptions,
): Promise<ExerciseReport> {
  const { passed, failed, folder } = exercise;
  const counts = { pack: exercise.pack, slug: exercise.yaml.slug, passed: passed.length, failed: failed.length };
  const problems: PackProblem[] = [];
  const report = (file: string, found: DeclarationProblem[]): void => {
    for (const problem of found) problems.push({ file: join(folder, file), ...problem });
  };
  let outlines: ScenarioOutline[] = [];
  try {
    outlines = await grader.outline(toBundle(exercise));
    report('scenarios.py', checkOutlines(outlines));
    for (const { file, problem } of findLanguageProblems(exercise, outlines)) report(file, [problem]);
    const graded = await gradeSamples(exercise, grader, options);
    for (const { sample, problems: found } of graded) report(sample.file, found);
    report('scenarios.py', checkCoverage(outlines, graded));
  } catch (error) {
    if (!(error instanceof PackFault)) throw error;
    const at = { file: join(folder, error.at?.file ?? 'scenarios.py'), line: error.at?.line ?? null };
    problems.push({ ...at, message: `${error.message.replace(/\.$/, '')}.`, fix: 'Correct the code there.' });
  }
  return { ...counts, scenarios: outlines.length, visible: outlines.filter((o) => o.visible).length, problems };
}
