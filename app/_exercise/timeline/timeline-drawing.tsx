import { memo, useId } from 'react';
import { BarShape, GroupBars } from './timeline-bar.tsx';
import type { TimelineLayout } from './layout-timeline.ts';

/** Everything on the chart that is drawn and not written; hidden from screen readers, who get the rows' names. */
export const TimelineDrawing = memo(function TimelineDrawing({ layout }: { layout: TimelineLayout }) {
  const hatch = useId();
  const { widthPx, heightPx, plot, axis, loop, lanes } = layout;
  return (
    <svg aria-hidden width={widthPx} height={heightPx} className="pointer-events-none absolute inset-0 select-none">
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" fill="var(--timeline-blocked-soft)" />
          <rect width="2.5" height="7" fill="var(--timeline-blocked)" fillOpacity="0.5" />
        </pattern>
      </defs>
      {axis.ticks.map((tick) => (
        <path key={tick.ns} d={`M${tick.x} 0V${heightPx}`} stroke="var(--timeline-grid)" shapeRendering="crispEdges" />
      ))}
      {loop.stretches.map((stretch) => (
        <rect
          key={stretch.id}
          x={stretch.x}
          y={loop.height}
          width={stretch.width}
          height={heightPx - loop.height}
          fill={`url(#${hatch})`}
          fillOpacity="0.5"
        />
      ))}
      <LoopLane layout={layout} hatch={hatch} />
      {lanes.map((lane) => (
        <g key={lane.id} data-lane={lane.id}>
          {lane.group ? (
            <GroupBars lane={lane} />
          ) : (
            lane.bars.map((bar) => <BarShape key={bar.row.id} {...bar} kind={bar.row.kind} outcome={bar.row.outcome} />)
          )}
          {lane.duration ? (
            <text
              x={lane.duration.x}
              y={(lane.bars[0]?.y ?? 0) + (lane.bars[0]?.height ?? 0) / 2}
              dy="0.34em"
              textAnchor={lane.duration.anchor}
              className={`font-mono text-[11px] ${durationFill(lane)}`}
            >
              {lane.duration.text}
            </text>
          ) : null}
        </g>
      ))}
      <path d={`M${plot.x} 0V${heightPx}`} stroke="var(--line-strong)" shapeRendering="crispEdges" />
    </svg>
  );
});

function durationFill(lane: TimelineLayout['lanes'][number]): string {
  const outcome = lane.rows[0]?.outcome;
  const onSolid = lane.duration?.inside && (outcome === 'ok' || outcome === 'error');
  return onSolid ? 'fill-raised' : 'fill-ink';
}

/** The event loop as a rail; where it was blocked, the rail is a hatched block. */
function LoopLane({ layout, hatch }: { layout: TimelineLayout; hatch: string }) {
  const { plot, loop } = layout;
  const railY = loop.height - 14;
  return (
    <g>
      <path
        d={`M${plot.x} ${railY}h${plot.width}`}
        stroke="var(--timeline-overlap)"
        strokeWidth="3"
        strokeLinecap="butt"
      />
      {loop.stretches.map((stretch) => (
        <g key={stretch.id}>
          <rect
            x={stretch.x}
            y={railY - 9}
            width={stretch.width}
            height={18}
            rx={2}
            fill={`url(#${hatch})`}
            stroke="var(--timeline-blocked)"
            strokeWidth="1.5"
          />
          {stretch.dividers.length <= stretch.width / 4
            ? stretch.dividers.map((x) => (
                <path key={x} d={`M${x} ${railY - 9}v18`} stroke="var(--timeline-blocked)" strokeWidth="1" />
              ))
            : null}
        </g>
      ))}
    </g>
  );
}
