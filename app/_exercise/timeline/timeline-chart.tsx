'use client';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Timeline } from '#grader/verdict/schema';
import { layoutTimeline, type TimelineLayout } from './layout-timeline.ts';
import { inFlightAt } from './summarise-timeline.ts';
import { TimelineAxis, type Ruler } from './timeline-axis.tsx';
import { TimelineDetails } from './timeline-details.tsx';
import { TimelineDrawing } from './timeline-drawing.tsx';
import { effectOfKey, listItems, type TimelineItem } from './timeline-items.ts';
import { StretchItem, TimelineRowItem } from './timeline-row-item.tsx';
import { useTimelineWords } from './timeline-words.ts';
import { useWidth } from './use-width.ts';

/** Below this width, names stand above the bars. */
const NAMES_BESIDE_FROM_PX = 520;

interface TimelineChartProps {
  timeline: Timeline;
  onOpenLine: (line: number) => void;
}

/**
 * The chart, and the details of the row that is pointed at or has the keyboard. To assistive technology it is a
 * tree of rows, each named with everything that can be seen of it.
 */
export function TimelineChart({ timeline, onOpenLine }: TimelineChartProps) {
  const { t } = useTimelineWords();
  const [ref, widthPx] = useWidth();
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [activeId, setActiveId] = useState<string | null>(null);
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  const layout = useMemo(() => {
    if (widthPx === null) return null;
    return layoutTimeline(timeline, { widthPx, names: widthPx < NAMES_BESIDE_FROM_PX ? 'above' : 'beside', expanded });
  }, [timeline, widthPx, expanded]);
  const items = useMemo(() => (layout ? listItems(layout) : []), [layout]);

  function toggle(id: string): void {
    setActiveId(id);
    setExpanded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }

  const shown = items.find((item) => item.id === (hoveredId ?? activeId)) ?? null;
  return (
    <div ref={ref} className="min-w-0">
      {layout ? (
        <ChartBody
          {...{ timeline, layout, items, activeId, onOpenLine }}
          label={t('treeLabel')}
          onActivate={setActiveId}
          onHover={setHoveredId}
          onToggle={toggle}
        />
      ) : (
        <div className="h-40" />
      )}
      <TimelineDetails item={shown} onOpenLine={onOpenLine} />
    </div>
  );
}

interface ChartBodyProps extends TimelineChartProps {
  layout: TimelineLayout;
  items: readonly TimelineItem[];
  activeId: string | null;
  label: string;
  onActivate: (id: string | null) => void;
  onHover: (id: string | null) => void;
  onToggle: (id: string) => void;
}

function ChartBody(props: ChartBodyProps) {
  const { timeline, layout, items, activeId, label, onActivate, onHover, onToggle, onOpenLine } = props;
  const { t } = useTimelineWords();
  const baseId = useId();
  const bodyRef = useRef<HTMLDivElement>(null);
  const [ruler, setRuler] = useState<Ruler | null>(null);

  function handleKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const effect = effectOfKey(event.key, items, activeId);
    if (!effect) return;
    event.preventDefault();
    if ('toggle' in effect) onToggle(effect.toggle);
    else if ('openLine' in effect) onOpenLine(effect.openLine);
    else {
      onActivate(effect.moveTo);
      document.getElementById(`${baseId}-${effect.moveTo}`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  function moveRuler(event: PointerEvent): void {
    if (event.pointerType === 'touch' || !bodyRef.current) return;
    const { plot } = layout;
    const x = event.clientX - bodyRef.current.getBoundingClientRect().left;
    const share = (x - plot.x) / plot.width;
    if (share < 0 || share > 1) return setRuler(null);
    const ns = Math.round(share * (timeline.endNs || 1e9));
    setRuler({ x, ns, text: t('inFlight', { count: inFlightAt(timeline, ns) }) });
  }

  return (
    <div className="relative max-h-112 overflow-x-hidden overflow-y-auto overscroll-contain">
      <TimelineAxis layout={layout} ruler={ruler} />
      <div
        ref={bodyRef}
        role="tree"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={activeId ? `${baseId}-${activeId}` : undefined}
        className="relative scroll-mt-8 focus-visible:outline-2 focus-visible:-outline-offset-2"
        style={{ height: layout.heightPx }}
        onKeyDown={handleKey}
        onFocus={() => activeId ?? onActivate('loop')}
        onPointerMove={moveRuler}
        onPointerLeave={() => {
          setRuler(null);
          onHover(null);
        }}
      >
        <RowGrounds layout={layout} activeId={activeId} />
        <TimelineDrawing layout={layout} />
        {items.map((item) => {
          const common = { id: `${baseId}-${item.id}`, active: item.id === activeId, layout, onHover, onActivate };
          return 'stretch' in item ? (
            <StretchItem key={item.id} {...common} item={item} />
          ) : (
            <TimelineRowItem key={item.id} {...common} item={item} onToggle={onToggle} />
          );
        })}
        {ruler ? (
          <div
            aria-hidden
            className="pointer-events-none absolute inset-y-0 w-px bg-ink opacity-50"
            style={{ left: ruler.x }}
          />
        ) : null}
      </div>
    </div>
  );
}

/** The ground of the row that has the keyboard, below everything that is drawn. */
function RowGrounds({ layout, activeId }: { layout: TimelineLayout; activeId: string | null }) {
  const lane = activeId === 'loop' ? layout.loop : layout.lanes.find((each) => each.id === activeId);
  if (!lane) return null;
  return (
    <div
      aria-hidden
      className="absolute inset-x-0 border-l-3 border-accent bg-accent-soft"
      style={{ top: lane.y, height: lane.height }}
    />
  );
}
