// Facts computed from recorded intervals. Half-open: an interval that ends when another begins does not overlap it.
import type { VirtualNs } from './time.ts';

export interface Interval {
  readonly beginNs: VirtualNs;
  readonly endNs: VirtualNs;
}

/** The highest number of intervals that hold at one instant. An empty interval counts at its instant alone. */
export function peakOverlap(intervals: readonly Interval[]): number {
  const edges: { at: VirtualNs; kind: 0 | 1 | 2 }[] = [];
  let peak = 0;
  for (const { beginNs, endNs } of intervals) {
    if (endNs > beginNs) edges.push({ at: beginNs, kind: 1 }, { at: endNs, kind: 0 });
    else edges.push({ at: beginNs, kind: 2 });
  }
  // At one instant: ends, then begins, then the momentary ones on top of all that hold.
  edges.sort((a, b) => a.at - b.at || a.kind - b.kind);
  let open = 0;
  let momentary = 0;
  let momentaryAt: VirtualNs = -1;
  for (const { at, kind } of edges) {
    if (kind === 0) open--;
    else if (kind === 1) open++;
    else {
      momentary = at === momentaryAt ? momentary + 1 : 1;
      momentaryAt = at;
    }
    peak = Math.max(peak, kind === 2 ? open + momentary : open);
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
