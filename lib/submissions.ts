// Handing in, and reading back one's own. A submission's row and its job come into being in one transaction.
import { randomUUID } from 'node:crypto';
import { db } from './db.ts';
import type { SubmissionKind } from './generated/prisma/enums.ts';
import { getSendQueue, type Queue } from './queue.ts';
import { checkLimits, checkSource, SubmitRefused } from './submission-limits.ts';
import { findState, toView, viewColumns, type AttemptSummary, type SubmissionView } from './submission-view.ts';
import type { Viewer } from './viewer.ts';

export { SubmitRefused };
export type { AttemptSummary, SubmissionView };
export type { SubmissionState } from './submission-view.ts';

export interface SubmitRequest {
  /** The exercise's slug. */
  exercise: string;
  source: string;
  /** `run`: visible scenarios only, costs nothing. `submit`: all scenarios, counts as an attempt. */
  kind: 'run' | 'submit';
}

/**
 * Writes the submission and its job. Throws SubmitRefused.
 * @param openQueue for tests that make the queue fail
 */
export async function submit(
  viewer: Viewer,
  request: SubmitRequest,
  openQueue: () => Promise<Pick<Queue, 'add'>> = getSendQueue,
): Promise<{ id: string }> {
  checkSource(request.source);
  const exercise = await db.exercise.findUnique({ where: { slug: request.exercise, retiredAt: null } });
  const versionId = exercise?.currentVersionId;
  if (!exercise || !versionId) throw new SubmitRefused('unknown_exercise');
  const { kind, source } = request;
  return enqueue(await openQueue(), viewer, { kind, source, exerciseId: exercise.id, versionId });
}

/** Writes a run of a program from an introduction, and its job; the same limits as for exercises. Throws SubmitRefused. */
export async function runSnippet(viewer: Viewer, source: string): Promise<{ id: string }> {
  checkSource(source);
  const row = { kind: 'snippet', source, exerciseId: null, versionId: null } as const;
  return enqueue(await getSendQueue(), viewer, row);
}

interface NewRow {
  kind: SubmissionKind;
  source: string;
  exerciseId: string | null;
  versionId: string | null;
}

function enqueue(queue: Pick<Queue, 'add'>, viewer: Viewer, row: NewRow): Promise<{ id: string }> {
  return db.$transaction(async (tx) => {
    const attempts = await checkLimits(tx, viewer.id, row.exerciseId);
    const attempt = row.kind === 'submit' ? attempts + 1 : null;
    const jobId = randomUUID();
    const { id } = await tx.submission.create({
      data: { ...row, userId: viewer.id, attempt, jobId },
      select: { id: true },
    });
    await queue.add(tx, { id: jobId, submission: id });
    return { id };
  });
}

/** One of the viewer's own submissions; null also when it is somebody else's. */
export async function findSubmission(viewer: Viewer, id: string): Promise<SubmissionView | null> {
  const row = await db.submission.findUnique({ where: { id, userId: viewer.id }, select: viewColumns });
  return row && toView(row);
}

/** The most attempts that one page shows. */
const ATTEMPTS_SHOWN = 200;

/** The viewer's own runs and submits of an exercise, the newest first. */
export async function listAttempts(viewer: Viewer, slug: string): Promise<AttemptSummary[]> {
  const rows = await db.submission.findMany({
    where: { userId: viewer.id, exercise: { slug } },
    orderBy: { createdAt: 'desc' },
    take: ATTEMPTS_SHOWN,
    select: {
      id: true,
      kind: true,
      attempt: true,
      createdAt: true,
      status: true,
      passed: true,
      earned: true,
      possible: true,
    },
  });
  return Promise.all(
    rows.map(async ({ status, createdAt, ...rest }) => ({
      ...rest,
      createdAt: createdAt.toISOString(),
      state: await findState({ id: rest.id, createdAt, status }),
    })),
  );
}
