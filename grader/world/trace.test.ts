import { describe, expect, test } from 'vitest';
import { Trace } from './trace.ts';

const task = (id: number, beginNs = 0, parent: number | null = null) => ({
  id,
  parent,
  kind: 'task' as const,
  label: `task ${id}`,
  line: null,
  beginNs,
});

describe('the trace', () => {
  test('keeps as many rows as its limit and says when more came', () => {
    const trace = new Trace(3);
    for (const id of [1, 2, 3]) expect(trace.begin(task(id))).toBe(true);
    expect(trace.truncated).toBe(false);
    expect(trace.begin(task(4))).toBe(false);
    expect(trace.rows.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(trace.truncated).toBe(true);
  });

  test('keeps as many blocked intervals as its limit and says when more came', () => {
    const trace = new Trace(2);
    for (let at = 0; at < 3; at++)
      trace.block({ row: null, by: 'time.sleep', line: at + 1, beginNs: at, endNs: at + 1 });
    expect(trace.blocks.length).toBe(2);
    expect(trace.truncated).toBe(true);
  });

  test('joins blocked intervals of one line that follow each other, however many', () => {
    const trace = new Trace(2);
    for (let at = 0; at < 1_000; at++) trace.block({ row: 1, by: 'time.sleep', line: 7, beginNs: at, endNs: at + 1 });
    expect(trace.blocks).toEqual([{ row: 1, by: 'time.sleep', line: 7, beginNs: 0, endNs: 1_000 }]);
    expect(trace.truncated).toBe(false);
  });

  test('a row ends once, and not before it began', () => {
    const trace = new Trace(9);
    trace.begin(task(1, 5));
    trace.end(1, 3, 'ok');
    trace.end(1, 9, 'error');
    trace.end(2, 9, 'error');
    expect(trace.rows).toEqual([{ ...task(1, 5), endNs: 5, outcome: 'ok' }]);
  });

  test('a number is used once: a second beginning changes nothing', () => {
    const trace = new Trace(9);
    trace.begin(task(1, 5));
    trace.begin({ ...task(1, 8), label: 'impostor' });
    expect(trace.rows.map(({ label }) => label)).toEqual(['task 1']);
  });

  test('what has no line of its own takes that of its parent', () => {
    const trace = new Trace(9);
    trace.begin({ ...task(1), line: 12 });
    trace.begin(task(2, 0, 1));
    expect(trace.rows[1]?.line).toBe(12);
  });
});
