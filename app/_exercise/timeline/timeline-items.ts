// What can be pointed at on the chart, in the order the arrow keys walk through it, and where a key leads. Pure.
import type { TimelineRow } from '#grader/verdict/schema';
import type { LaidLane, LaidStretch, TimelineLayout } from './layout-timeline.ts';

export type TimelineItem =
  | { id: 'loop'; level: 1; parentId: null; expanded: null }
  | { id: string; level: 2; parentId: 'loop'; expanded: null; stretch: LaidStretch }
  | { id: string; level: number; parentId: string | null; expanded: boolean | null; lane: LaidLane };

/** The event loop and its blocked stretches first, then every lane. */
export function listItems(layout: TimelineLayout): TimelineItem[] {
  return [
    { id: 'loop', level: 1, parentId: null, expanded: null },
    ...layout.loop.stretches.map(
      (stretch) => ({ id: stretch.id, level: 2, parentId: 'loop', expanded: null, stretch }) as const,
    ),
    ...layout.lanes.map((lane) => ({
      id: lane.id,
      level: lane.depth + 1,
      parentId: lane.parentId,
      expanded: lane.group?.expanded ?? null,
      lane,
    })),
  ];
}

/** The line of the student's file an item comes from. */
export function lineOf(item: TimelineItem): number | null {
  if ('stretch' in item) return item.stretch.line;
  return 'lane' in item ? (item.lane.rows[0]?.line ?? null) : null;
}

/** How many rows of a folded group ended in each way, leaving out ways in which none did. */
export function countOutcomes(rows: readonly TimelineRow[]): { outcome: TimelineRow['outcome']; count: number }[] {
  return (['ok', 'error', 'cancelled', 'unfinished'] as const)
    .map((outcome) => ({ outcome, count: rows.filter((row) => row.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
}

export type KeyEffect = { moveTo: string } | { toggle: string } | { openLine: number } | null;

/** What a key does on the tree of rows, after the ARIA pattern for trees. Null: nothing, leave it to the browser. */
export function effectOfKey(key: string, items: readonly TimelineItem[], activeId: string | null): KeyEffect {
  const index = items.findIndex((item) => item.id === activeId);
  const item = items[index];
  const moveTo = (target: TimelineItem | undefined): KeyEffect => (target ? { moveTo: target.id } : null);
  switch (key) {
    case 'ArrowDown':
      return moveTo(items[Math.min(index + 1, items.length - 1)]);
    case 'ArrowUp':
      return moveTo(items[Math.max(index - 1, 0)]);
    case 'Home':
      return moveTo(items[0]);
    case 'End':
      return moveTo(items.at(-1));
  }
  if (!item) return null;
  const next = items[index + 1];
  switch (key) {
    case 'ArrowRight':
      if (item.expanded === false) return { toggle: item.id };
      return next?.parentId === item.id ? moveTo(next) : null;
    case 'ArrowLeft':
      if (item.expanded) return { toggle: item.id };
      return moveTo(items.find((other) => other.id === item.parentId));
    case ' ':
      return item.expanded === null ? null : { toggle: item.id };
    case 'Enter': {
      const line = lineOf(item);
      return line === null ? null : { openLine: line };
    }
  }
  return null;
}
