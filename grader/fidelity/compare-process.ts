// A process that compares the samples which fidelity.ts hands it, one at a time, until it is told that there are no more.
// Several of them run beside each other: a real interpreter sleeps most of its time.
import type { Sample } from '../pack/read-solutions.ts';
import type { ExerciseBundle } from '../pack/schema.ts';
import { Comparison, type Compare } from './comparison.ts';
import { ChildGone } from './channel.ts';
import type { Python } from './find-python.ts';

export interface Task {
  readonly python: Python;
  readonly dataDir: string;
  readonly exercise: ExerciseBundle;
  readonly sample: Sample;
}

/** What came of a task, or why nothing did. */
export type Outcome = { compare: Compare } | { problem: string };

let comparison: Comparison | null = null;

async function work({ python, dataDir, exercise, sample }: Task): Promise<Outcome> {
  try {
    comparison ??= await Comparison.open(python, dataDir);
    return { compare: await comparison.compare(exercise, sample) };
  } catch (error) {
    if (!(error instanceof ChildGone)) comparison = null;
    return { problem: String(error) };
  }
}

process.on('message', (task: Task | 'no more') => {
  // An isolate that was disposed of may keep its process alive, so that we have to end it ourselves.
  if (task === 'no more') void (comparison?.close() ?? Promise.resolve()).finally(() => process.exit(0));
  else void work(task).then((outcome) => process.send?.(outcome));
});
process.on('disconnect', () => process.exit(1));
