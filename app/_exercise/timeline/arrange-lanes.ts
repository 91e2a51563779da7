// From the flat rows of a verdict's timeline to the lanes that are drawn: children under their parent, and, where
// there are too many rows to read, calls of the same kind and name folded into one lane of packed tracks.
// Pure: the same timeline and the same open groups always give the same lanes.
import type { Timeline, TimelineRow } from '#grader/verdict/schema';
import { sharedName, shortName } from './row-names.ts';

/** Up to this many rows everything is drawn singly; beyond it, equal siblings are folded. */
const FOLD_ABOVE_ROWS = 16;
/** Fewer equal siblings than this are never folded. */
const FOLD_AT_LEAST = 4;

export interface Lane {
  /** The same through every re-arrangement: `row-7`, or `group-` and the id of the first member. */
  id: string;
  parentId: string | null;
  depth: number;
  /** One row, or all members of a folded group in order of begin. */
  rows: readonly TimelineRow[];
  /** Which track each of `rows` is drawn on. Tracks are reused, so their number is the greatest overlap. */
  tracks: readonly number[];
  trackCount: number;
  group: { label: string; expanded: boolean } | null;
}

interface Grouping {
  childrenOf: ReadonlyMap<number | null, TimelineRow[]>;
  expanded: ReadonlySet<string>;
  fold: boolean;
  lanes: Lane[];
}

/**
 * Arranges the rows of a timeline as lanes, parents before their children.
 * `expanded` holds the ids of the groups whose members are to be shown one by one.
 */
export function arrangeLanes(timeline: Timeline, expanded: ReadonlySet<string> = new Set()): Lane[] {
  const known = new Set(timeline.rows.map((row) => row.id));
  const childrenOf = new Map<number | null, TimelineRow[]>();
  for (const row of timeline.rows) {
    // A truncated trace may have lost the parent: such a row is shown at the top level rather than not at all.
    const parent = row.parent !== null && known.has(row.parent) && row.parent !== row.id ? row.parent : null;
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(row);
    else childrenOf.set(parent, [row]);
  }
  const grouping = { childrenOf, expanded, fold: timeline.rows.length > FOLD_ABOVE_ROWS, lanes: [] };
  arrangeSiblings(grouping, childrenOf.get(null) ?? [], 0, null, FOLD_AT_LEAST);
  return grouping.lanes;
}

function arrangeSiblings(
  grouping: Grouping,
  siblings: readonly TimelineRow[],
  depth: number,
  parentId: string | null,
  foldAtLeast: number,
): void {
  const alike = new Map<string, TimelineRow[]>();
  for (const row of siblings) {
    const key = likenessOf(row);
    alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  const placed = new Set<TimelineRow>();
  for (const row of siblings) {
    if (placed.has(row)) continue;
    const members = alike.get(likenessOf(row)) ?? [row];
    if (grouping.fold && members.length >= foldAtLeast && members.length > 1) {
      for (const member of members) placed.add(member);
      placeGroup(grouping, members, depth, parentId);
    } else {
      placeRow(grouping, row, depth, parentId);
    }
  }
}

function placeRow(grouping: Grouping, row: TimelineRow, depth: number, parentId: string | null): void {
  const id = `row-${row.id}`;
  grouping.lanes.push({ id, parentId, depth, rows: [row], tracks: [0], trackCount: 1, group: null });
  arrangeSiblings(grouping, grouping.childrenOf.get(row.id) ?? [], depth + 1, id, FOLD_AT_LEAST);
}

function placeGroup(grouping: Grouping, members: readonly TimelineRow[], depth: number, parentId: string | null): void {
  const id = `group-${members[0]?.id}`;
  const expanded = grouping.expanded.has(id);
  const { tracks, trackCount } = packTracks(members);
  const label = sharedLabel(members);
  grouping.lanes.push({ id, parentId, depth, rows: members, tracks, trackCount, group: { label, expanded } });
  if (expanded) {
    for (const member of members) placeRow(grouping, member, depth + 1, id);
    return;
  }
  // What a hundred folded tasks started is folded as well, across all of them, however few each one started.
  const children = members.flatMap((member) => grouping.childrenOf.get(member.id) ?? []);
  children.sort((a, b) => a.beginNs - b.beginNs || a.id - b.id);
  arrangeSiblings(grouping, children, depth + 1, id, 2);
}

/** Rows alike in kind, line and name (arguments and running numbers aside) belong together. */
function likenessOf(row: TimelineRow): string {
  return `${row.kind}|${row.line ?? ''}|${sharedName(row.label)}`;
}

function sharedLabel(members: readonly TimelineRow[]): string {
  const first = members[0]?.label ?? '';
  return members.every((member) => member.label === first) ? shortName(first) : sharedName(first);
}

/** Puts each row on the first free track; as many tracks are used as rows overlap at most. */
export function packTracks(rows: readonly TimelineRow[]): { tracks: number[]; trackCount: number } {
  const freeFrom: number[] = [];
  const tracks = rows.map((row) => {
    const free = freeFrom.findIndex((endNs) => endNs <= row.beginNs);
    const track = free === -1 ? freeFrom.length : free;
    freeFrom[track] = row.endNs;
    return track;
  });
  return { tracks, trackCount: Math.max(1, freeFrom.length) };
}
