// Verdicts as they are stored. A verdict was checked against its schema before it was written; it is checked again when
// read, because one written by an older release may no longer be readable by this one.
import { verdictSchema, type Verdict } from '#grader/verdict/schema';

export function readVerdict(column: unknown): Verdict | null {
  if (column === null) return null;
  const parsed = verdictSchema.safeParse(column);
  return parsed.success ? parsed.data : null;
}
