// What a submission must be before it may enter the queue.
import { MAX_SOURCE_BYTES } from '#grader/pack/schema';
import type { Transaction } from './db.ts';

/** Submissions of one student that may be queued or in grading at the same time. */
export const OPEN_LIMIT = 5;

/** Runs and submits of one student within RATE_WINDOW_MS. More than anybody types, less than a loop sends. */
export const RATE_LIMIT = 30;
const RATE_WINDOW_MS = 60_000;

export type RefusalCode = 'too_long' | 'unknown_exercise' | 'too_many_open' | 'too_fast' | 'empty';

const refusals: Record<RefusalCode, string> = {
  too_long: `The text is longer than ${MAX_SOURCE_BYTES / 1024} KiB.`,
  unknown_exercise: 'There is no such exercise.',
  too_many_open: `${OPEN_LIMIT} submissions of yours are still being graded. Wait for one of them.`,
  too_fast: `More than ${RATE_LIMIT} submissions in a minute. Wait a moment.`,
  empty: 'The text is empty.',
};

/** The submission was not taken. Nothing was written. */
export class SubmitRefused extends Error {
  override name = 'SubmitRefused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(refusals[code]);
    this.code = code;
  }
}

export function checkSource(source: string): void {
  if (source.trim() === '') throw new SubmitRefused('empty');
  checkLength(source);
}

export function checkLength(source: string): void {
  if (Buffer.byteLength(source, 'utf8') > MAX_SOURCE_BYTES) throw new SubmitRefused('too_long');
}

/** Must run after the student's row was locked, so that two submits at once cannot both find the last free place. */
export async function checkLimits(tx: Transaction, userId: string): Promise<void> {
  const open = await tx.submission.count({ where: { userId, status: { in: ['queued', 'grading'] } } });
  if (open >= OPEN_LIMIT) throw new SubmitRefused('too_many_open');
  const since = new Date(Date.now() - RATE_WINDOW_MS);
  const recent = await tx.submission.count({ where: { userId, createdAt: { gt: since } } });
  if (recent >= RATE_LIMIT) throw new SubmitRefused('too_fast');
}
