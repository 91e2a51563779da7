// The timeline: a pure function of the trace.
import type { Trace } from '../world/trace.ts';
import type { Timeline } from './schema.ts';

/** What a student can take in, and what a verdict may weigh. */
const MAX_ROWS = 400;

/** Bars in order of begin; rows that had not ended reach to `endNs`. */
export function timelineOf(trace: Trace, endNs: number): Timeline {
  const end = Math.max(endNs, ...trace.blocks.map((block) => block.endNs), 0);
  const ordered = trace.rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => a.row.beginNs - b.row.beginNs || a.index - b.index)
    .map(({ row }) => row);
  const kept = ordered.slice(0, MAX_ROWS);
  // Small numbers in order of appearance: the interpreter's own numbering is no part of a verdict.
  const numbers = new Map(kept.map((row, index) => [row.id, index + 1]));
  return {
    endNs: Math.max(end, ...kept.map((row) => row.endNs ?? 0)),
    rows: kept.map((row, index) => ({
      id: index + 1,
      parent: row.parent === null ? null : (numbers.get(row.parent) ?? null),
      kind: row.kind,
      label: row.label.slice(0, 120),
      line: row.line,
      beginNs: row.beginNs,
      endNs: row.endNs ?? Math.max(end, row.beginNs),
      outcome: row.outcome,
    })),
    blocked: trace.blocks.slice(0, MAX_ROWS).map((block) => ({
      row: block.row === null ? null : (numbers.get(block.row) ?? null),
      by: block.by.slice(0, 120),
      line: block.line,
      beginNs: block.beginNs,
      endNs: block.endNs,
    })),
    truncated: trace.truncated || ordered.length > kept.length,
  };
}
