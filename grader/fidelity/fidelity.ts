// npm run fidelity: every sample of every pack on the machine's CPython, compared with the product's verdicts. START HERE.
// A difference counts when it is there again at each slower pace. Exit 0: no difference (or no Python), 1: differences, 2: nothing to compare.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openGrader } from '../grade.ts';
import type { Grader } from '../grader.ts';
import type { Sample } from '../pack/read-solutions.ts';
import { readPack, toBundle, type Exercise } from '../pack/read.ts';
import { findDifferences, type Difference } from './compare.ts';
import { findNewerFeature } from './features.ts';
import { findPython, type Python } from './find-python.ts';
import { RealGrader } from './real-grader.ts';

const root = path.join(import.meta.dirname, '../..');
const dataDir = process.env.OVERLAP_DATA ?? path.join(root, '.data');
/** Virtual seconds per real second, from one try to the next. */
const PACES = [20, 10, 2];

interface Tally {
  samples: number;
  scenarios: number;
  differences: Difference[];
  skipped: { what: string; reason: string }[];
}

function samplesOf(exercise: Exercise): Sample[] {
  return [...exercise.passed, ...exercise.failed, { file: 'starter.py', source: exercise.starter }];
}

/** The differences of one sample that are there at every pace. */
async function compareSample(python: Python, virtual: Grader, real: RealGrader, exercise: Exercise, sample: Sample) {
  const request = { exercise: toBundle(exercise), source: sample.source, mode: 'all', audience: 'author' } as const;
  const expected = await virtual.grade(request);
  const name = `${exercise.yaml.slug}/${sample.file}`;
  let names = real.names;
  let differences: Difference[] = [];
  for (const pace of PACES) {
    differences = findDifferences(name, expected, await real.grade(sample.source, names, pace));
    if (differences.length === 0) return [];
    const again = new Set(differences.map(({ scenario }) => scenario));
    names = again.has('(loading)') ? real.names : names.filter((one) => again.has(one));
  }
  return differences;
}

async function compareExercise(python: Python, virtual: Grader, exercise: Exercise, tally: Tally): Promise<void> {
  const real = await RealGrader.open(python, dataDir, toBundle(exercise));
  try {
    for (const sample of samplesOf(exercise)) {
      const what = `${exercise.yaml.slug}/${sample.file}`;
      const newer = findNewerFeature(`${exercise.support ?? ''}\n${sample.source}`, python);
      if (newer !== null) {
        tally.skipped.push({ what, reason: `needs ${newer}` });
        continue;
      }
      const differences = await compareSample(python, virtual, real, exercise, sample);
      tally.samples++;
      tally.scenarios += real.names.length;
      tally.differences.push(...differences);
      console.log(`${differences.length === 0 ? '✓' : '✗'} ${what}`);
    }
  } finally {
    real.close();
  }
}

function readExercises(packsFolder: string, only: readonly string[]): Exercise[] {
  const folders = readdirSync(packsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const exercises = folders.flatMap(({ name }) => readPack(path.join(packsFolder, name)).pack?.exercises ?? []);
  return only.length === 0 ? exercises : exercises.filter(({ yaml }) => only.includes(yaml.slug));
}

function report(tally: Tally, python: Python): void {
  for (const { what, reason } of tally.skipped) console.log(`– ${what}: skipped, ${reason}`);
  console.log(`\n${tally.samples} samples, ${tally.scenarios} scenarios on CPython ${python.version}.`);
  if (tally.differences.length === 0) return console.log('No verdict differs.');
  console.log(`${tally.differences.length} verdicts differ:`);
  for (const { sample, scenario, virtual, real } of tally.differences)
    console.log(`  ${sample}: "${scenario}"\n      virtual  ${virtual}\n      real     ${real}`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { packs: { type: 'string', default: path.join(root, 'exercises') } },
});
const python = findPython();
if (python === null) {
  console.log('Skipped: there is no CPython 3.11 or newer on PATH (OVERLAP_PYTHON may name one).');
} else if (!existsSync(values.packs)) {
  console.error(`There is no folder ${values.packs}.`);
  process.exitCode = 2;
} else {
  const tally: Tally = { samples: 0, scenarios: 0, differences: [], skipped: [] };
  const virtual = await openGrader({
    imagesDir: path.join(dataDir, 'images'),
    wheelsDir: path.join(dataDir, 'wheels'),
    spare: 0,
  });
  for (const exercise of readExercises(values.packs, positionals)) {
    const { slug, image } = exercise.yaml;
    if (image !== 'python') tally.skipped.push({ what: slug, reason: `needs what is in the image ${image}` });
    else await compareExercise(python, virtual, exercise, tally);
  }
  virtual.close();
  report(tally, python);
  const isNothing = tally.samples === 0 && tally.skipped.length === 0;
  if (isNothing) console.error(`No exercise was found (${positionals.join(', ') || values.packs}).`);
  process.exitCode = isNothing ? 2 : tally.differences.length === 0 ? 0 : 1;
}
