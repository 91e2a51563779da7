// What a grading costs in processor time, everything in this process included: a fresh interpreter, all scenarios, the
// verdict. How many of them a core can do in a second follows from it, on a machine that does nothing else.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openGrader } from '../../grade.ts';
import { readExercise, toBundle } from '../../pack/read.ts';
import { processCpuMs, spreadOf } from './figures.ts';

const WARM_UP = 10;
const RUNS = 40;

/** Processor milliseconds per grading of a right solution. */
export async function measureGradings(imagesDir: string, wheelsDir: string, exerciseFolder: string) {
  const { exercise } = readExercise(exerciseFolder);
  if (!exercise) throw new Error(`${exerciseFolder} is not an exercise`);
  const bundle = toBundle(exercise);
  const source = readFileSync(path.join(exerciseFolder, 'solutions/passed/reference.py'), 'utf8');
  const grader = await openGrader({ imagesDir, wheelsDir, spare: 0 });
  try {
    const times: number[] = [];
    for (let run = 0; run < WARM_UP + RUNS; run++) {
      const before = processCpuMs();
      await grader.grade({ exercise: bundle, source, mode: 'all', audience: 'student' });
      if (run >= WARM_UP) times.push(processCpuMs() - before);
    }
    return { exercise: bundle.slug, cpuMs: spreadOf(times) };
  } finally {
    grader.close();
  }
}
