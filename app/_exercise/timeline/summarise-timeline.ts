// The one sentence's worth of facts about a timeline, for its caption and for those who cannot see the chart. Pure.
import type { Timeline, TimelineRow } from '#grader/verdict/schema';

export interface TimelineSummary {
  tasks: number;
  calls: number;
  threads: number;
  /** The greatest number of calls in flight at one instant; of tasks, where there are no calls. */
  peak: number;
  endNs: number;
  blockedNs: number;
}

/** Counts what is in a timeline and how much of it overlapped. */
export function summariseTimeline(timeline: Timeline): TimelineSummary {
  const ofKind = (kind: TimelineRow['kind']) => timeline.rows.filter((row) => row.kind === kind);
  const calls = ofKind('call');
  const tasks = ofKind('task');
  return {
    tasks: tasks.length,
    calls: calls.length,
    threads: ofKind('thread').length,
    peak: peakOf(calls.length > 0 ? calls : tasks),
    endNs: timeline.endNs,
    blockedNs: timeline.blocked.reduce((sum, interval) => sum + interval.endNs - interval.beginNs, 0),
  };
}

/** The greatest number of rows in progress at one instant; one that ends as another begins does not overlap it. */
export function peakOf(rows: readonly TimelineRow[]): number {
  const steps = rows.flatMap((row) => [
    { atNs: row.beginNs, by: 1, order: 1 },
    // Work of no length still counts as one for its instant, so its end comes behind every begin there.
    { atNs: row.endNs, by: -1, order: row.endNs === row.beginNs ? 2 : 0 },
  ]);
  steps.sort((a, b) => a.atNs - b.atNs || a.order - b.order);
  let now = 0;
  let peak = 0;
  for (const { by } of steps) {
    now += by;
    peak = Math.max(peak, now);
  }
  return peak;
}

/** How many calls are in flight at an instant; used by the ruler that follows the pointer. */
export function inFlightAt(timeline: Timeline, atNs: number): number {
  return timeline.rows.filter((row) => row.kind === 'call' && row.beginNs <= atNs && atNs < row.endNs).length;
}
