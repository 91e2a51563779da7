// A framework starts tasks and threads of its own: a request through Django has a dozen that wait for a disconnect or
// take no time. On the chart they would hide the student's own work, so they are left out until asked for. Pure.
import type { Timeline, TimelineRow } from '#grader/verdict/schema';

/**
 * The timeline without quiet rows, and how many there were. Quiet is a task or thread that was not started by a line of
 * the student's, made no call, and neither failed nor hangs; at the top level, only if it took no time either. A row
 * stays if anything below it stays. If nothing would be left, nothing is left out.
 */
export function leaveOutQuietRows(timeline: Timeline): { timeline: Timeline; quietCount: number } {
  const byId = new Map(timeline.rows.map((row) => [row.id, row]));
  const kept = new Set<number>();
  for (const row of timeline.rows.filter(isTelling)) {
    // Up through the parents; an ancestor that is kept already has kept its own.
    for (let each: TimelineRow | undefined = row; each && !kept.has(each.id);) {
      kept.add(each.id);
      each = each.parent === null ? undefined : byId.get(each.parent);
    }
  }
  const quietCount = timeline.rows.length - kept.size;
  if (quietCount === 0 || kept.size === 0) return { timeline, quietCount: 0 };
  return { timeline: { ...timeline, rows: timeline.rows.filter((row) => kept.has(row.id)) }, quietCount };
}

function isTelling({ kind, line, outcome, parent, beginNs, endNs }: TimelineRow): boolean {
  if (kind === 'call' || line !== null) return true;
  if (outcome === 'error' || outcome === 'unfinished') return true;
  return parent === null && endNs > beginNs;
}
