import { expect, test } from 'vitest';
import type { Timeline, TimelineRow } from '#grader/verdict/schema';
import { goldenTimeline } from '../fixtures/golden.ts';
import { leaveOutQuietRows } from './quiet-rows.ts';

function row(id: number, parent: number | null, more: Partial<TimelineRow> = {}): TimelineRow {
  return { id, parent, kind: 'task', label: `t${id}`, line: null, outcome: 'ok', beginNs: 0, endNs: 5, ...more };
}

function timeline(rows: TimelineRow[]): Timeline {
  return { endNs: 5, rows, blocked: [], truncated: false };
}

const idsOf = (rows: TimelineRow[]) => leaveOutQuietRows(timeline(rows)).timeline.rows.map((each) => each.id);

test('a framework’s own tasks are left out, its tasks on the way to a call are not', () => {
  const request = row(1, null);
  const handler = row(2, 1);
  const thread = row(3, 2, { kind: 'thread' });
  const query = row(4, 3, { kind: 'call', line: 7 });
  const listener = row(5, 1, { outcome: 'cancelled' });
  expect(idsOf([request, handler, thread, query, listener])).toEqual([1, 2, 3, 4]);
});

test('what the student started, what failed and what hangs is always shown', () => {
  const rows = [
    row(1, null),
    row(2, 1, { line: 3 }),
    row(3, 1, { outcome: 'error' }),
    row(4, 1, { outcome: 'unfinished' }),
  ];
  expect(idsOf([...rows, row(5, 1)])).toEqual([1, 2, 3, 4]);
});

test('at the top level only what took no time is left out', () => {
  expect(idsOf([row(1, null), row(2, null, { endNs: 0 })])).toEqual([1]);
});

test('when there is nothing but quiet rows they are all shown', () => {
  expect(idsOf([row(1, null, { endNs: 0 }), row(2, 1)])).toEqual([1, 2]);
});

test('a timeline of the student’s own work is left as it is', () => {
  const serial = goldenTimeline('serial');
  expect(leaveOutQuietRows(serial)).toEqual({ timeline: serial, quietCount: 0 });
});
