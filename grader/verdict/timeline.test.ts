import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Trace, type TraceRow } from '../world/trace.ts';
import { timelineSchema } from './schema.ts';
import { timelineOf } from './timeline.ts';

const row = (id: number, beginNs: number, parent: number | null = null): Omit<TraceRow, 'endNs' | 'outcome'> => ({
  id,
  parent,
  kind: 'task',
  label: `row ${id}`,
  line: 1,
  beginNs,
});

function traceOf(rows: readonly { id: number; begin: number; length: number | null; parent?: number | null }[]): Trace {
  const trace = new Trace(2_000);
  for (const { id, begin, length, parent = null } of rows) {
    trace.begin(row(id, begin, parent));
    if (length !== null) trace.end(id, begin + length, 'ok');
  }
  return trace;
}

const anyRows = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 5_000 }),
    begin: fc.integer({ min: 0, max: 50 }),
    length: fc.option(fc.integer({ min: 0, max: 50 })),
    parent: fc.option(fc.integer({ min: 1, max: 5_000 })),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);

describe('the timeline', () => {
  test('has its rows in order of begin, numbered from one, parents by those numbers', () => {
    const trace = traceOf([
      { id: 70, begin: 5, length: 2, parent: 30 },
      { id: 30, begin: 0, length: 9 },
      { id: 1_000_000_007, begin: 5, length: 1, parent: 70 },
    ]);
    const rows = timelineOf(trace, 9).rows.map(({ id, parent, label }) => [id, parent, label]);
    expect(rows).toEqual([
      [1, null, 'row 30'],
      [2, 1, 'row 70'],
      [3, 2, 'row 1000000007'],
    ]);
  });

  test('is what the schema of a verdict accepts, and its bars lie within it', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 0, max: 120 }), (rows, nowNs) => {
        const timeline = timelineSchema.parse(timelineOf(traceOf(rows), nowNs));
        for (const { beginNs, endNs } of timeline.rows) {
          expect(beginNs).toBeLessThanOrEqual(endNs);
          expect(endNs).toBeLessThanOrEqual(Math.max(timeline.endNs, beginNs));
        }
        const begins = timeline.rows.map(({ beginNs }) => beginNs);
        expect(begins).toEqual([...begins].sort((a, b) => a - b));
      }),
    );
  });

  test('lets what has not ended reach to the end, as unfinished', () => {
    const { rows, endNs } = timelineOf(traceOf([{ id: 1, begin: 2, length: null }]), 9);
    expect([rows[0]?.endNs, rows[0]?.outcome, endNs]).toEqual([9, 'unfinished', 9]);
  });

  test('reaches as far as the last bar: threads end after the scenario did', () => {
    expect(timelineOf(traceOf([{ id: 1, begin: 0, length: 30 }]), 9).endNs).toBe(30);
  });

  test('names the row that blocked, and none where it is not known', () => {
    const trace = traceOf([{ id: 40, begin: 0, length: 9 }]);
    trace.block({ row: 40, by: 'time.sleep', line: 4, beginNs: 1, endNs: 2 });
    trace.block({ row: 41, by: 'users', line: null, beginNs: 5, endNs: 20 });
    const { blocked, endNs } = timelineOf(trace, 9);
    expect(blocked.map(({ row: of, by }) => [of, by])).toEqual([
      [1, 'time.sleep'],
      [null, 'users'],
    ]);
    expect(endNs).toBe(20);
  });

  test('holds at most 400 rows and says when there were more', () => {
    const many = (count: number) =>
      traceOf(Array.from({ length: count }, (_, id) => ({ id: id + 1, begin: id, length: 1 })));
    expect([timelineOf(many(400), 0).rows.length, timelineOf(many(400), 0).truncated]).toEqual([400, false]);
    expect([timelineOf(many(401), 0).rows.length, timelineOf(many(401), 0).truncated]).toEqual([400, true]);
  });

  test('forgets parents that were left out', () => {
    const rows = Array.from({ length: 401 }, (_, id) => ({ id: id + 1, begin: id, length: 1 }));
    const trace = traceOf([...rows, { id: 9_000, begin: 0, length: 1, parent: 401 }]);
    expect(timelineOf(trace, 0).rows.find(({ label }) => label === 'row 9000')?.parent).toBeNull();
  });

  test('cuts names to what a verdict takes', () => {
    const trace = new Trace(10);
    trace.begin({ ...row(1, 0), label: 'x'.repeat(500) });
    trace.block({ row: 1, by: 'y'.repeat(500), line: 1, beginNs: 0, endNs: 1 });
    expect(() => timelineSchema.parse(timelineOf(trace, 1))).not.toThrow();
  });
});
