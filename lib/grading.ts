// What a worker does to a submission's row: begin, record the verdict, or report trouble of ours. Each step is one
// transaction with the matching step of the job, and tells whoever watches.
//
// States of a submission:
//   queued   a job waits. → grading when a worker begins.
//   grading  a worker has the job. → done with a verdict; → queued when the attempt failed for a reason of ours and the
//            queue will give the job out again; → trouble when it will not. When the worker dies the state stays, and
//            the next worker to get the job begins again.
//   done, trouble  final. A job that runs twice finds one of these and changes nothing.
import type { Verdict } from '#grader/verdict/schema';
import { SUBMISSION_CHANNEL, writeNotice } from './channels.ts';
import { db, type Transaction } from './db.ts';
import type { SubmissionKind, SubmissionStatus } from './generated/prisma/enums.ts';
import type { GradeJob, Queue } from './queue.ts';

/** Why a submission ended in trouble; shown to students as ours, to operators as where to look. */
export type TroubleCode = 'grader_fault' | 'pack_fault' | 'lost';

export interface GradingOrder {
  kind: SubmissionKind;
  source: string;
  /** Null for a snippet. */
  versionId: string | null;
}

const OPEN: SubmissionStatus[] = ['queued', 'grading'];

async function notify(tx: Transaction, id: string, status: SubmissionStatus): Promise<void> {
  await tx.$executeRaw`select pg_notify(${SUBMISSION_CHANNEL}, ${writeNotice({ id, status })})`;
}

/** Marks the submission as being graded. Null when it has ended already: then the job has nothing left to do. */
export async function beginGrading(submission: string): Promise<GradingOrder | null> {
  // One statement instead of a transaction of three: this is on the way from the button to the verdict.
  const rows = await db.$queryRaw<GradingOrder[]>`
    with begun as (
      update submission set status = 'grading', "startedAt" = now() at time zone 'utc'
      where id = ${submission}::uuid and status in ('queued', 'grading')
      returning kind, source, "versionId"
    )
    select kind, source, "versionId"::text as "versionId",
      pg_notify(${SUBMISSION_CHANNEL}, ${writeNotice({ id: submission, status: 'grading' })})::text as notified
    from begun`;
  return rows[0] ?? null;
}

/** Stores the verdict and ends the job. False when the submission had ended before: the verdict is dropped. */
export async function recordVerdict(queue: Queue, job: GradeJob, verdict: Verdict): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // One statement, like that of beginGrading().
    const rows = await tx.$queryRaw<unknown[]>`
      with ended as (
        update submission set status = 'done', verdict = ${JSON.stringify(verdict)}::jsonb,
          passed = ${verdict.status === 'passed'}, earned = ${verdict.score.earned}::int,
          possible = ${verdict.score.possible}::int, "finishedAt" = now() at time zone 'utc'
        where id = ${job.submission}::uuid and status in ('queued', 'grading')
        returning id
      )
      select pg_notify(${SUBMISSION_CHANNEL}, ${writeNotice({ id: job.submission, status: 'done' })})::text from ended`;
    await queue.complete(tx, job);
    return rows.length > 0;
  });
}

/** Ends a submission as ours to repair. It costs the student no attempt: the number is free again. */
export async function endInTrouble(tx: Transaction, submission: string, troubleCode: TroubleCode): Promise<void> {
  const { count } = await tx.submission.updateMany({
    where: { id: submission, status: { in: OPEN } },
    data: { status: 'trouble', troubleCode, attempt: null, finishedAt: new Date() },
  });
  if (count > 0) await notify(tx, submission, 'trouble');
}

/** The exercise itself is broken; grading again would not help. */
export async function recordPackFault(queue: Queue, job: GradeJob): Promise<void> {
  await db.$transaction(async (tx) => {
    await endInTrouble(tx, job.submission, 'pack_fault');
    await queue.complete(tx, job);
  });
}

/** This attempt failed for a reason of ours. The queue gives the job out again, or the submission ends in trouble. */
export async function recordGraderFault(queue: Queue, job: GradeJob, reason: string): Promise<void> {
  await db.$transaction(async (tx) => {
    if (job.last) await endInTrouble(tx, job.submission, 'grader_fault');
    else await putBack(tx, job.submission);
    await queue.fail(tx, job, reason);
  });
}

async function putBack(tx: Transaction, submission: string): Promise<void> {
  const { count } = await tx.submission.updateMany({
    where: { id: submission, status: 'grading' },
    data: { status: 'queued', startedAt: null },
  });
  if (count > 0) await notify(tx, submission, 'queued');
}
