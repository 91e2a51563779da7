// npm run fidelity: every sample of every pack on the machine's CPython, compared with the product's verdicts. START HERE.
// A difference counts when it is there again at each slower pace. Exit 0: no difference that is not explained (or no
// Python), 1: differences, or samples that could not be compared, 2: nothing to compare.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compareAll } from './compare-all.ts';
import type { Task } from './compare-process.ts';
import { findPython, type Python } from './find-python.ts';
import { readCompared, type Compared } from './samples.ts';
import { Tally } from './tally.ts';

const root = path.join(import.meta.dirname, '../..');
const dataDir = process.env.OVERLAP_DATA ?? path.join(root, '.data');

async function compareThem(python: Python, compared: readonly Compared[], beside: number): Promise<Tally> {
  const tally = new Tally(python);
  const tasks: Task[] = [];
  for (const { bundle, samples } of compared) {
    if (bundle.image === 'python')
      tasks.push(...samples.map((sample) => ({ python, dataDir, exercise: bundle, sample })));
    else tally.skip(bundle.slug, `needs what is in the image ${bundle.image}`);
  }
  console.log(`${tasks.length} samples on CPython ${python.version}, ${Math.min(beside, tasks.length)} at a time.`);
  await compareAll(tasks, beside, ({ exercise, sample }, outcome) => {
    const line = tally.add(`${exercise.slug}/${sample.file}`, sample.source, outcome);
    console.log(`${String(tally.done).padStart(4)}/${tasks.length} ${line}`);
  });
  return tally;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    packs: { type: 'string', default: path.join(root, 'exercises') },
    beside: { type: 'string', default: String(Math.min(8, 2 * availableParallelism())) },
  },
});
const beginWallMs = performance.now();
const python = findPython();
if (python === null) {
  console.log('Skipped: there is no CPython 3.11 or newer on PATH (OVERLAP_PYTHON may name one).');
} else if (!existsSync(values.packs)) {
  console.error(`There is no folder ${values.packs}.`);
  process.exitCode = 2;
} else {
  const compared = readCompared(values.packs, positionals);
  if (compared.length === 0) {
    console.error(`No exercise was found (${positionals.join(', ') || values.packs}).`);
    process.exitCode = 2;
  } else {
    const tally = await compareThem(python, compared, Math.max(1, Number(values.beside) || 1));
    tally.report(performance.now() - beginWallMs);
    process.exitCode = tally.isClean ? 0 : 1;
  }
}
