// Facts computed from recorded intervals. Half-open: an interval that ends when another begins does not overlap it.
import type { VirtualNs } from './time.ts';

export interface Interval {
  readonly beginNs: VirtualNs;
  readonly endNs: VirtualNs;
  /** What happened first at one instant. Without it, empty intervals of one instant count as simultaneous. */
  readonly beginOrder?: number;
  readonly endOrder?: number | null;
}

interface Edge {
  readonly at: VirtualNs;
  readonly order: number;
  readonly step: 1 | -1;
}

/** The highest number of intervals that hold at once. An empty interval holds at its instant, between its two ends. */
export function peakOverlap(intervals: readonly Interval[]): number {
  const edges: Edge[] = intervals.flatMap(({ beginNs, endNs, beginOrder, endOrder }, index) => [
    { at: beginNs, order: beginOrder ?? index, step: 1 },
    // What has lasted ends before anything begins at that instant.
    { at: endNs, order: endNs > beginNs ? -1 : (endOrder ?? Infinity), step: -1 },
  ]);
  edges.sort((a, b) => a.at - b.at || (a.order === b.order ? 0 : a.order - b.order));
  let open = 0;
  let peak = 0;
  for (const { step } of edges) {
    open += step;
    peak = Math.max(peak, open);
  }
  return peak;
}

/** The total time during which at least one interval holds. */
export function unionNs(intervals: readonly Interval[]): VirtualNs {
  const sorted = [...intervals].sort((a, b) => a.beginNs - b.beginNs);
  let total = 0;
  let reached = 0;
  for (const { beginNs, endNs } of sorted) {
    total += Math.max(0, endNs - Math.max(beginNs, reached));
    reached = Math.max(reached, endNs);
  }
  return total;
}
