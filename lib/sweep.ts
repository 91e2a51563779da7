// Finds submissions that wait for a job that is no longer there. The queue looks after its own jobs; this closes the
// gap between the two: whatever happened to a job, its submission ends.
import { randomUUID } from 'node:crypto';
import { db } from './db.ts';
import { endInTrouble } from './grading.ts';
import type { Queue } from './queue.ts';
import { deleteOldSignInFailures } from './sign-in-throttle.ts';

interface Stranded {
  id: string;
  /** The state of its last job; null when the queue does not know that job any more. */
  jobState: string | null;
}

/** Open submissions whose job has ended or is gone. Jobs of the last seconds are left alone. */
async function listStranded(): Promise<Stranded[]> {
  return db.$queryRaw<Stranded[]>`
    select s.id::text as id, j.state::text as "jobState"
    from submission s left join pgboss.job j on j.id = s."jobId"
    where s.status in ('queued', 'grading') and s."createdAt" < (now() at time zone 'utc') - interval '3 seconds'
      and (j.state is null or j.state not in ('created', 'retry', 'active'))
    order by s."createdAt" limit 100`;
}

/**
 * Ends stranded submissions whose job failed for good (its workers died again and again), and gives the others a new
 * job. Safe to run in several workers at once: the row is locked and looked at again.
 */
async function rescue(queue: Queue, stranded: Stranded): Promise<void> {
  await db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ jobId: string | null }[]>`
      select s."jobId"::text as "jobId" from submission s left join pgboss.job j on j.id = s."jobId"
      where s.id = ${stranded.id}::uuid and s.status in ('queued', 'grading')
        and (j.state is null or j.state not in ('created', 'retry', 'active'))
      for update of s`;
    if (rows.length === 0) return;
    if (stranded.jobState === 'failed') return endInTrouble(tx, stranded.id, 'lost');
    const jobId = randomUUID();
    await queue.add(tx, { id: jobId, submission: stranded.id });
    await tx.submission.update({ where: { id: stranded.id }, data: { jobId, status: 'queued' }, select: { id: true } });
  });
}

/** Workers not seen for so long are forgotten. */
const FORGET_WORKER_MS = 3_600_000;

/** One round of housekeeping; every worker does one every few seconds. */
export async function sweep(queue: Queue): Promise<void> {
  for (const stranded of await listStranded()) await rescue(queue, stranded);
  await db.workerHeartbeat.deleteMany({ where: { seenAt: { lt: new Date(Date.now() - FORGET_WORKER_MS) } } });
  await deleteOldSignInFailures();
}
