// A submission that ran into a limit may still have said in which line: its exception came out as an answer.
import { z } from 'zod';

const lineSchema = z.object({ line: z.int().min(1).max(1_000_000) });
/** An answer is a few levels deep down to the description of an exception; what is deeper is none of ours. */
const MAX_DEPTH = 6;
const MAX_MEMBERS = 50;

/** The line of the first exception that an answer of an interpreter describes, or null. Never throws. */
export function findLineInAnswer(answer: string): number | null {
  try {
    return findIn(JSON.parse(answer), MAX_DEPTH);
  } catch {
    return null;
  }
}

function findIn(value: unknown, depth: number): number | null {
  if (!Array.isArray(value)) return lineSchema.safeParse(value).data?.line ?? null;
  if (depth === 0) return null;
  for (const item of value.slice(0, MAX_MEMBERS) as unknown[]) {
    const found = findIn(item, depth - 1);
    if (found !== null) return found;
  }
  return null;
}
