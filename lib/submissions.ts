// Handing in, and reading back one's own. A submission's row and its job come into being in one transaction.
import { randomUUID } from 'node:crypto';
import { db } from './db.ts';
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
  const queue = await openQueue();
  return db.$transaction(async (tx) => {
    const attempts = await checkLimits(tx, viewer.id, exercise.id);
    const { kind, source } = request;
    const attempt = kind === 'submit' ? attempts + 1 : null;
    const jobId = randomUUID();
    const row = { userId: viewer.id, exerciseId: exercise.id, versionId, kind, attempt, source, jobId };
    const { id } = await tx.submission.create({ data: row, select: { id: true } });
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
