// What a submission must be before it may enter the queue.
import { MAX_SOURCE_BYTES } from '#grader/pack/schema';
import type { Transaction } from './db.ts';

/** Submissions of one student that may be queued or in grading at the same time. */
export const OPEN_LIMIT = 5;

/** Runs and submits of one student within RATE_WINDOW_MS. More than anybody types, less than a loop sends. */
export const RATE_LIMIT = 30;
const RATE_WINDOW_MS = 60_000;

export type RefusalCode = 'too_long' | 'unknown_exercise' | 'too_many_open' | 'too_fast' | 'empty' | 'null_character';

const refusals: Record<RefusalCode, string> = {
  too_long: `The text is longer than ${MAX_SOURCE_BYTES / 1024} KiB.`,
  unknown_exercise: 'There is no such exercise.',
  too_many_open: `${OPEN_LIMIT} submissions of yours are still being graded. Wait for one of them.`,
  too_fast: `More than ${RATE_LIMIT} submissions in a minute. Wait a moment.`,
  empty: 'The text is empty.',
  null_character: 'The text holds a null character (U+0000).',
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
  checkText(source);
}

/** What holds for drafts, too. PostgreSQL stores no null character, and Python accepts none in a file. */
export function checkText(source: string): void {
  if (Buffer.byteLength(source, 'utf8') > MAX_SOURCE_BYTES) throw new SubmitRefused('too_long');
  if (source.includes('\0')) throw new SubmitRefused('null_character');
}

interface Counts {
  open: number;
  recent: number;
  attempts: number;
}

/**
 * Throws SubmitRefused when the student may not hand in now; returns how many attempts at the exercise there were (none at
 * no exercise: then it is about a snippet).
 * Everything one student hands in happens one after another: the row is locked first, and counting is a statement of its
 * own, because a statement does not see what was committed while it waited for a lock.
 */
export async function checkLimits(tx: Transaction, userId: string, exerciseId: string | null): Promise<number> {
  await tx.$queryRaw`select 1 from "user" where id = ${userId} for no key update`;
  const since = new Date(Date.now() - RATE_WINDOW_MS);
  const rows = await tx.$queryRaw<Counts[]>`
    select
      (select count(*)::int from submission where "userId" = ${userId} and status in ('queued', 'grading')) as open,
      (select count(*)::int from submission where "userId" = ${userId} and "createdAt" > ${since}) as recent,
      (select coalesce(max(attempt), 0)::int from submission
        where "userId" = ${userId} and "exerciseId" = ${exerciseId}::uuid) as attempts`;
  const { open, recent, attempts } = rows[0] ?? { open: 0, recent: 0, attempts: 0 };
  if (open >= OPEN_LIMIT) throw new SubmitRefused('too_many_open');
  if (recent >= RATE_LIMIT) throw new SubmitRefused('too_fast');
  return attempts;
}
