// Neighbouring blocked intervals with one cause are one stretch to the reader: ten `time.sleep(0.1)` on line 14
// back to back are "time.sleep × 10, 1.0 s". Pure.
import type { BlockedInterval } from '#grader/verdict/schema';

export interface BlockedStretch {
  id: string;
  by: string;
  line: number | null;
  beginNs: number;
  endNs: number;
  /** The intervals joined in this stretch, in order. */
  intervals: readonly BlockedInterval[];
}

/** Joins intervals that touch and have the same cause and line. */
export function joinBlocked(blocked: readonly BlockedInterval[]): BlockedStretch[] {
  const stretches: BlockedStretch[] = [];
  for (const interval of blocked) {
    const last = stretches.at(-1);
    if (last && last.endNs === interval.beginNs && last.by === interval.by && last.line === interval.line) {
      stretches[stretches.length - 1] = {
        ...last,
        endNs: interval.endNs,
        intervals: [...last.intervals, interval],
      };
    } else {
      const { by, line, beginNs, endNs } = interval;
      stretches.push({ id: `blocked-${stretches.length}`, by, line, beginNs, endNs, intervals: [interval] });
    }
  }
  return stretches;
}
