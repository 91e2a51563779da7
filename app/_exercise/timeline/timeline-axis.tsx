import { shortVirtualTimeText } from './virtual-time-text.ts';
import type { TimelineLayout } from './layout-timeline.ts';

export const AXIS_HEIGHT_PX = 26;

/** Where the pointer is on the time axis, and how many calls were in flight there. */
export interface Ruler {
  x: number;
  ns: number;
  text: string;
}

/** The time axis; stands still while the rows scroll below it. */
export function TimelineAxis({ layout, ruler }: { layout: TimelineLayout; ruler: Ruler | null }) {
  const { plot, axis, widthPx } = layout;
  return (
    <div aria-hidden className="sticky top-0 z-10 border-b border-line bg-raised" style={{ height: AXIS_HEIGHT_PX }}>
      <svg width={widthPx} height={AXIS_HEIGHT_PX} className="absolute inset-0 select-none">
        {axis.ticks.map((tick, index) => (
          <text
            key={tick.ns}
            x={tick.x}
            y={17}
            textAnchor={textAnchor(tick.x, layout)}
            className="fill-timeline-axis font-mono text-[11px]"
          >
            {tick.text}
            {index === axis.ticks.length - 1 ? ` ${axis.unit}` : ''}
          </text>
        ))}
      </svg>
      {ruler ? (
        <div
          className="absolute top-0.5 rounded-sm bg-inverse px-1.5 font-mono text-[11px] leading-5.5 whitespace-nowrap text-ink-inverse"
          style={rulerPlace(ruler.x, plot.x + plot.width / 2, widthPx)}
        >
          {shortVirtualTimeText(ruler.ns)} · {ruler.text}
        </div>
      ) : null}
    </div>
  );
}

/** Ticks at the very ends are written inwards, so that the edge cuts nothing off. */
function textAnchor(x: number, { plot, widthPx }: TimelineLayout): 'start' | 'middle' | 'end' {
  if (x > widthPx - 26) return 'end';
  return x <= plot.x && plot.x < 20 ? 'start' : 'middle';
}

function rulerPlace(x: number, middle: number, widthPx: number): { left: number } | { right: number } {
  return x < middle ? { left: x } : { right: widthPx - x };
}
