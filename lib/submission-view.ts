// What a student sees of a submission, made from its row.
import type { Verdict } from '#grader/verdict/schema';
import type { SubmissionKind, SubmissionStatus } from './generated/prisma/enums.ts';
import { db } from './db.ts';
import { readVerdict } from './verdict-column.ts';

export type SubmissionState =
  /** `position` counts from 1: how many come before it, and itself. */
  { status: 'queued'; position: number } | { status: 'grading' } | { status: 'done' } | { status: 'trouble' };

export interface SubmissionView {
  id: string;
  /** The exercise's slug; null for a snippet. */
  exercise: string | null;
  kind: SubmissionKind;
  /** Counts the submits to this exercise from 1; null for runs and for submits that ended in trouble of ours. */
  attempt: number | null;
  source: string;
  /** ISO 8601 */
  createdAt: string;
  state: SubmissionState;
  /** There exactly when the state is `done`. */
  verdict: Verdict | null;
}

export interface AttemptSummary {
  id: string;
  kind: SubmissionKind;
  attempt: number | null;
  createdAt: string;
  state: SubmissionState;
  passed: boolean | null;
  earned: number | null;
  possible: number | null;
}

/** The columns that every view needs. */
export const viewColumns = {
  id: true,
  kind: true,
  attempt: true,
  source: true,
  createdAt: true,
  status: true,
  verdict: true,
  exercise: { select: { slug: true } },
} as const;

interface ViewRow {
  id: string;
  kind: SubmissionKind;
  attempt: number | null;
  source: string;
  createdAt: Date;
  status: SubmissionStatus;
  verdict: unknown;
  exercise: { slug: string } | null;
}

/** Places in the queue, counted from 1, of those of these submissions that still wait. */
export async function listQueuePositions(ids: string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; position: number }[]>`
    select id, position from (
      select id, (row_number() over (order by "createdAt", id))::int as position from submission where status = 'queued'
    ) as queue
    where id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.position]));
}

async function findQueuePosition(row: { id: string; createdAt: Date }): Promise<number> {
  const before = await db.submission.count({
    where: {
      status: 'queued',
      OR: [{ createdAt: { lt: row.createdAt } }, { createdAt: row.createdAt, id: { lt: row.id } }],
    },
  });
  return before + 1;
}

/** The state as shown; looks up the place in the queue where there is one. */
export async function findState(row: {
  id: string;
  createdAt: Date;
  status: SubmissionStatus;
}): Promise<SubmissionState> {
  return row.status === 'queued'
    ? { status: 'queued', position: await findQueuePosition(row) }
    : { status: row.status };
}

export async function toView(row: ViewRow): Promise<SubmissionView> {
  return {
    id: row.id,
    exercise: row.exercise?.slug ?? null,
    kind: row.kind,
    attempt: row.attempt,
    source: row.source,
    createdAt: row.createdAt.toISOString(),
    state: await findState(row),
    verdict: readVerdict(row.verdict),
  };
}
