// The two channels on which processes wake each other (PostgreSQL LISTEN/NOTIFY). A notification is only ever a hint
// to look again: whoever misses one finds the truth in the tables at its next look.
import { z } from 'zod';

/** There is a job to take. No payload. */
export const WORK_CHANNEL = 'overlap_work';

/** A submission's state changed. */
export const SUBMISSION_CHANNEL = 'overlap_submission';

const noticeSchema = z.object({ id: z.uuid(), status: z.enum(['queued', 'grading', 'done', 'trouble']) });
export type SubmissionNotice = z.infer<typeof noticeSchema>;

export function writeNotice(notice: SubmissionNotice): string {
  return JSON.stringify(notice);
}

/** Null when somebody else used our channel for something else. */
export function readNotice(payload: string): SubmissionNotice | null {
  try {
    return noticeSchema.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
