// How long a verdict takes through a grader child that is warm, and what such a child weighs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readExercise, toBundle } from '../../pack/read.ts';
import { openPool } from '../../worker/pool.ts';
import { spreadOf, timed } from './figures.ts';

const WARM_UP = 10;
const RUNS = 60;

/** Resident megabytes of every child process of this one; Linux only, elsewhere empty. */
function childMegabytes(): number[] {
  try {
    const pids = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean);
    return pids.map((pid) => {
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return Math.round(Number(kilobytes ?? 0) / 1024);
    });
  } catch {
    return [];
  }
}

/** Wall milliseconds from handing a submission to the child to having its verdict. */
export async function measureVerdicts(imagesDir: string, exerciseFolder: string) {
  const { exercise, problems } = readExercise(exerciseFolder);
  if (!exercise) throw new Error(problems.map(({ message }) => message).join('; '));
  const bundle = toBundle(exercise);
  const source = readFileSync(path.join(exerciseFolder, 'solutions/passed/reference.py'), 'utf8');
  const pool = openPool({ imagesDir, size: 1, spare: 0 });
  try {
    let scenarios = 0;
    const times = await timed(WARM_UP + RUNS, async () => {
      const verdict = await pool.grade({ exercise: bundle, source, mode: 'all', audience: 'student' });
      scenarios = verdict.scenarios.length;
    });
    // As a person would: a submission, a pause in which the child prepares the next interpreter, a submission.
    const paused: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      paused.push(
        ...(await timed(1, () => pool.grade({ exercise: bundle, source, mode: 'all', audience: 'student' }))),
      );
    }
    return {
      exercise: bundle.slug,
      scenarios,
      verdictMs: spreadOf(paused),
      backToBackMs: spreadOf(times.slice(WARM_UP)),
      childMb: childMegabytes(),
    };
  } finally {
    await pool.close();
  }
}
