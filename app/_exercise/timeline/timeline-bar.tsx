import type { Outcome } from '#grader/verdict/schema';
import type { Bar, LaidLane } from './layout-timeline.ts';

/** Fill by kind; how it ended is said by shape and mark as well as by colour. */
export const KIND_FILLS = {
  task: 'var(--timeline-task)',
  call: 'var(--timeline-call)',
  thread: 'var(--timeline-thread)',
} as const;

export const OUTCOME_COLOURS: Record<Outcome, string> = {
  ok: 'currentColor',
  error: 'var(--timeline-error)',
  cancelled: 'var(--timeline-cancelled)',
  unfinished: 'var(--timeline-unfinished)',
};

type BarShapeProps = Pick<Bar, 'x' | 'y' | 'width' | 'height'> & { kind: keyof typeof KIND_FILLS; outcome: Outcome };

/**
 * One bar. Finished: solid. Error: solid with a cross at its end. Cancelled: hollow, cut off by a stroke.
 * Unfinished: hollow with a dashed outline, open to the right with an arrow.
 */
export function BarShape({ x, y, width, height, kind, outcome }: BarShapeProps) {
  const colour = outcome === 'ok' || outcome === 'unfinished' ? KIND_FILLS[kind] : OUTCOME_COLOURS[outcome];
  const hollow = outcome === 'cancelled' || outcome === 'unfinished';
  const radius = Math.min(4, height / 2, width / 2);
  return (
    <>
      <rect
        x={hollow ? x + 0.75 : x}
        y={hollow ? y + 0.75 : y}
        width={Math.max(1, hollow ? width - 1.5 : width)}
        height={Math.max(0.5, hollow ? height - 1.5 : height)}
        rx={radius}
        fill={colour}
        fillOpacity={hollow ? 0.16 : 1}
        stroke={hollow ? colour : 'none'}
        strokeWidth={1.5}
        strokeDasharray={outcome === 'unfinished' ? '4 3' : undefined}
      />
      <OutcomeMark outcome={outcome} x={x + width} y={y + height / 2} />
    </>
  );
}

/** The sign at the right end of a bar; also used, alone, in the legend. */
export function OutcomeMark({ outcome, x, y }: { outcome: Outcome; x: number; y: number }) {
  const stroke = { stroke: OUTCOME_COLOURS[outcome], strokeWidth: 2, strokeLinecap: 'round', fill: 'none' } as const;
  switch (outcome) {
    case 'ok':
      return null;
    case 'error':
      return <path {...stroke} d={`M${x + 4} ${y - 4}l8 8m0 -8l-8 8`} />;
    case 'cancelled':
      return <path {...stroke} d={`M${x + 3} ${y - 7}v14M${x + 7} ${y}h5`} />;
    case 'unfinished':
      return <path {...stroke} d={`M${x + 3} ${y}h8m-3.5 -3.5l3.5 3.5l-3.5 3.5`} />;
  }
}

/** All bars of a folded group, as one path for each way of ending: a thousand bars are no thousand elements. */
export function GroupBars({ lane }: { lane: LaidLane }) {
  const kind = lane.rows[0]?.kind ?? 'call';
  return (['ok', 'error', 'cancelled', 'unfinished'] as const).map((outcome) => {
    const bars = lane.bars.filter((bar) => bar.row.outcome === outcome);
    if (bars.length === 0) return null;
    const d = bars.map((bar) => `M${bar.x} ${bar.y}h${bar.width}v${bar.height}h${-bar.width}z`).join('');
    const colour = outcome === 'ok' ? KIND_FILLS[kind] : OUTCOME_COLOURS[outcome];
    const hollow = outcome === 'cancelled' || outcome === 'unfinished';
    return (
      <path
        key={outcome}
        d={d}
        fill={colour}
        fillOpacity={hollow ? 0.25 : 1}
        stroke={hollow ? colour : 'none'}
        strokeDasharray={outcome === 'unfinished' ? '3 2' : undefined}
      />
    );
  });
}
