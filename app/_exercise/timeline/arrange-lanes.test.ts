import { expect, test } from 'vitest';
import type { Timeline, TimelineRow } from '#grader/verdict/schema';
import { goldenTimeline } from '../fixtures/golden.ts';
import { arrangeLanes, packTracks } from './arrange-lanes.ts';

function row(id: number, beginNs: number, endNs: number, more: Partial<TimelineRow> = {}): TimelineRow {
  return { id, parent: null, kind: 'call', label: `users(${id})`, line: 12, outcome: 'ok', ...more, beginNs, endNs };
}

function timeline(rows: TimelineRow[]): Timeline {
  return { endNs: Math.max(0, ...rows.map((each) => each.endNs)), rows, blocked: [], truncated: false };
}

test('children stand under their parent, indented, in order of begin', () => {
  const lanes = arrangeLanes(
    timeline([
      row(1, 0, 9, { kind: 'task' }),
      row(2, 0, 9, { kind: 'task' }),
      row(3, 1, 2, { parent: 2 }),
      row(4, 2, 3, { parent: 1 }),
    ]),
  );
  expect(lanes.map((lane) => [lane.id, lane.depth, lane.parentId])).toEqual([
    ['row-1', 0, null],
    ['row-4', 1, 'row-1'],
    ['row-2', 0, null],
    ['row-3', 1, 'row-2'],
  ]);
});

test('a row whose parent was cut from the trace is still shown', () => {
  const lanes = arrangeLanes(timeline([row(5, 0, 1, { parent: 4 }), row(6, 0, 1, { parent: 6 })]));
  expect(lanes.map((lane) => lane.id)).toEqual(['row-5', 'row-6']);
});

test('few rows are never folded', () => {
  const lanes = arrangeLanes(timeline(Array.from({ length: 12 }, (_, index) => row(index, 0, 1))));
  expect(lanes).toHaveLength(12);
});

test('a hundred calls at once fold into one lane of a hundred tracks', () => {
  const lanes = arrangeLanes(goldenTimeline('hundred-calls', 0));
  expect(lanes.map((lane) => [lane.rows.length, lane.trackCount, lane.group?.label])).toEqual([
    [1, 1, undefined],
    [100, 100, 'users'],
  ]);
});

test('a hundred calls behind a limit of ten fold into ten tracks, their tasks into another lane', () => {
  const lanes = arrangeLanes(goldenTimeline('hundred-calls', 1));
  expect(lanes.map((lane) => [lane.depth, lane.rows[0]?.kind, lane.rows.length, lane.trackCount])).toEqual([
    [0, 'task', 1, 1],
    [1, 'task', 100, 100],
    [2, 'call', 100, 10],
  ]);
});

test('an expanded group lists its members one by one, each with its own children', () => {
  const folded = arrangeLanes(goldenTimeline('hundred-calls', 1));
  const group = folded[1]?.id ?? '';
  const lanes = arrangeLanes(goldenTimeline('hundred-calls', 1), new Set([group]));
  expect(lanes).toHaveLength(2 + 200);
  expect(lanes[1]?.group?.expanded).toBe(true);
  expect(lanes[2]).toMatchObject({ parentId: group, depth: 2 });
  expect(lanes[3]).toMatchObject({ parentId: lanes[2]?.id, depth: 3 });
});

test('calls of different lines are not folded together', () => {
  const rows = Array.from({ length: 40 }, (_, index) => row(index, 0, 1, { line: index % 2 ? 12 : 14 }));
  expect(arrangeLanes(timeline(rows)).map((lane) => lane.rows.length)).toEqual([20, 20]);
});

test('tracks are as many as rows overlap, and one that ends frees its track for one that begins then', () => {
  expect(packTracks([row(1, 0, 2), row(2, 0, 1), row(3, 1, 3), row(4, 2, 3)])).toEqual({
    tracks: [0, 1, 1, 0],
    trackCount: 2,
  });
  expect(packTracks([])).toEqual({ tracks: [], trackCount: 1 });
});
