'use client';
import type { ReactNode } from 'react';
import type { Timeline } from '#grader/verdict/schema';
import { arrangeLanes } from './arrange-lanes.ts';
import { useTimelineWords } from './timeline-words.ts';
import { virtualTimeText } from './virtual-time-text.ts';

/** The timeline in words and numbers: every row, nothing folded, and what blocked the loop. */
export function TimelineTable({ timeline, caption }: { timeline: Timeline; caption: string }) {
  const { t } = useTimelineWords();
  const depths = depthsOf(timeline);
  return (
    <div className="relative max-h-112 overflow-auto" tabIndex={0} role="group" aria-label={caption}>
      <table className="w-full border-collapse text-left text-xs">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-raised">
          <tr className="border-b border-line text-muted">
            {(['what', 'outcome', 'begin', 'end', 'took', 'line'] as const).map((column) => (
              <th key={column} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timeline.blocked.map((interval, index) => (
            <TableRow
              key={`blocked-${index}`}
              name={t('blockedBy', { by: interval.by })}
              outcome={t('column.blocked')}
              {...interval}
            />
          ))}
          {timeline.rows.map((row) => (
            <TableRow
              key={row.id}
              name={
                <span style={{ paddingLeft: `${Math.min(depths.get(row.id) ?? 0, 6) * 0.75}rem` }}>
                  <span className="text-muted">{t(`kind.${row.kind}`)}</span>{' '}
                  <span className="font-mono">{row.label}</span>
                </span>
              }
              outcome={t(`outcome.${row.outcome}`)}
              line={row.line}
              beginNs={row.beginNs}
              endNs={row.endNs}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TableRowProps {
  name: ReactNode;
  outcome: string;
  beginNs: number;
  endNs: number;
  line: number | null;
}

function TableRow({ name, outcome, beginNs, endNs, line }: TableRowProps) {
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="px-3 py-1.5 font-normal">
        {name}
      </th>
      <td className="px-3 py-1.5 whitespace-nowrap">{outcome}</td>
      {[beginNs, endNs, endNs - beginNs].map((ns, index) => (
        <td key={index} className="px-3 py-1.5 font-mono whitespace-nowrap tabular-nums">
          {virtualTimeText(ns)}
        </td>
      ))}
      <td className="px-3 py-1.5 font-mono tabular-nums">{line ?? '–'}</td>
    </tr>
  );
}

function depthsOf(timeline: Timeline): Map<number, number> {
  const everything = arrangeLanes(
    { ...timeline, rows: timeline.rows },
    new Set(timeline.rows.map((row) => `group-${row.id}`)),
  );
  return new Map(everything.filter((lane) => !lane.group).map((lane) => [lane.rows[0]?.id ?? -1, lane.depth]));
}
