// What is compared: the samples of all packs, and the trials of grader/tests/exercise-trials.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Sample } from '../pack/read-solutions.ts';
import { readPack, toBundle } from '../pack/read.ts';
import { limitsSchema, type ExerciseBundle } from '../pack/schema.ts';

export interface Compared {
  readonly bundle: ExerciseBundle;
  readonly samples: readonly Sample[];
}

const TRIALS = path.join(import.meta.dirname, '../tests/exercise-trials');

function foldersOf(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => path.join(folder, name)).sort();
}

function readTrial(folder: string): Compared {
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const slug = `trial ${path.basename(folder)}`;
  const support = existsSync(path.join(folder, 'support.py')) ? read('support.py') : null;
  const files = readdirSync(folder).filter((file) => /^(right|wrong).*\.py$/.test(file));
  const scenarios = read('scenarios.py');
  return {
    bundle: { slug, contentHash: slug, image: 'python', limits: limitsSchema.parse({}), scenarios, support },
    samples: files.map((file) => ({ file, source: read(file) })),
  };
}

/** Everything below `packsFolder`, then the trials; with names, only the exercises of these slugs. */
export function readCompared(packsFolder: string, only: readonly string[]): Compared[] {
  const exercises = foldersOf(packsFolder).flatMap((folder) => readPack(folder).pack?.exercises ?? []);
  const compared = exercises.map((exercise) => ({
    bundle: toBundle(exercise),
    samples: [...exercise.passed, ...exercise.failed, { file: 'starter.py', source: exercise.starter }],
  }));
  const all = [...compared, ...foldersOf(TRIALS).map(readTrial)];
  return only.length === 0 ? all : all.filter(({ bundle }) => only.includes(bundle.slug));
}
