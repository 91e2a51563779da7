// One job from the queue: read what is to be graded, grade it, store what came of it.
import { PackFault } from '../faults.ts';
import { snippetBundle } from '../pack/snippet-bundle.ts';
import { getBundle } from '#lib/bundles';
import { db } from '#lib/db';
import { beginGrading, recordGraderFault, recordPackFault, recordVerdict } from '#lib/grading';
import type { GradeJob, Queue } from '#lib/queue';
import type { Pool } from './pool.ts';

async function grade(queue: Queue, pool: Pick<Pool, 'grade'>, job: GradeJob): Promise<void> {
  const order = await beginGrading(job.submission);
  if (order === null) return db.$transaction((tx) => queue.complete(tx, job)); // ended before, or deleted
  const verdict = await pool.grade({
    exercise: order.versionId === null ? snippetBundle : await getBundle(order.versionId),
    source: order.source,
    mode: order.kind === 'run' ? 'visible' : 'all',
    audience: 'student',
  });
  await recordVerdict(queue, job, verdict);
}

async function recordFault(queue: Queue, job: GradeJob, error: unknown): Promise<void> {
  if (error instanceof PackFault) {
    const at = error.at === null ? '' : ` (${error.at.file}, line ${error.at.line ?? '?'})`;
    console.error(`Submission ${job.submission}: the exercise is broken: ${error.message}${at}`);
    return recordPackFault(queue, job);
  }
  const reason = error instanceof Error ? error.message : String(error);
  const next = job.last ? 'No further attempt.' : 'It will be tried again.';
  console.error(`Submission ${job.submission} could not be graded. ${next} The reason: ${reason}`);
  return recordGraderFault(queue, job, reason);
}

/**
 * Never rejects. When not even the fault can be recorded (the database is gone), the job is left as it is: its heartbeat
 * stops, and the queue gives it out again.
 */
export async function runJob(queue: Queue, pool: Pick<Pool, 'grade'>, job: GradeJob): Promise<void> {
  try {
    await grade(queue, pool, job).catch((error: unknown) => recordFault(queue, job, error));
  } catch (error) {
    console.error(`Submission ${job.submission}: not even the trouble could be recorded:`, error);
  }
}
