'use client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { classNames } from '../../_kit/class-names.ts';
import type { TimelineLayout } from './layout-timeline.ts';
import { KindIcon } from './kind-icon.tsx';
import { shortName } from './row-names.ts';
import { countOutcomes, type TimelineItem } from './timeline-items.ts';
import { useTimelineWords } from './timeline-words.ts';

interface ItemProps<Item extends TimelineItem> {
  id: string;
  item: Item;
  active: boolean;
  layout: TimelineLayout;
  onHover: (id: string | null) => void;
  onActivate: (id: string) => void;
}

const NAME_LINE_PX = 18;

/** One row of the tree: its name, and a ground as wide as the chart that can be pointed at. */
export function TimelineRowItem({
  id,
  item,
  active,
  layout,
  onHover,
  onActivate,
  onToggle,
}: ItemProps<Exclude<TimelineItem, { stretch: unknown }>> & { onToggle: (id: string) => void }) {
  const { t, describe } = useTimelineWords();
  const lane = 'lane' in item ? item.lane : null;
  const place = lane ?? layout.loop;
  const beside = layout.plot.x > NAME_LINE_PX;
  const { title, facts } = describe(item);
  const group = lane?.group ?? null;
  const first = lane?.rows[0];
  return (
    <div
      id={id}
      role="treeitem"
      aria-label={`${title} · ${facts}`}
      aria-level={item.level}
      aria-expanded={item.expanded ?? undefined}
      aria-selected={active}
      className={classNames(
        'absolute inset-x-0 flex scroll-mt-8 scroll-mb-20 hover:bg-ink/6',
        group ? 'cursor-pointer' : 'cursor-default',
        beside ? 'items-center' : 'items-start pt-1',
      )}
      style={{ top: place.y, height: place.height }}
      onPointerEnter={() => onHover(item.id)}
      onClick={() => (group ? onToggle(item.id) : onActivate(item.id))}
    >
      <span
        className={classNames(
          'flex min-w-0 items-center gap-1 pr-2 text-xs leading-4 [&_svg]:size-3.5 [&_svg]:shrink-0',
          // Above the bars, names stand on the hatching of blocked time: a quiet ground keeps them legible.
          beside ? '' : 'w-fit max-w-full rounded-r-sm bg-raised/80',
        )}
        style={{
          width: beside ? layout.plot.x - 6 : undefined,
          paddingLeft: 8 + (item.level - 1) * (beside ? 12 : 8),
        }}
      >
        {group ? item.expanded ? <ChevronDown /> : <ChevronRight /> : null}
        {first ? <KindIcon kind={first.kind} /> : null}
        <span className={classNames('truncate', lane ? 'font-mono' : 'font-semibold')}>
          {lane ? (group?.label ?? shortName(first?.label ?? '')) : t('loop')}
        </span>
        {group && lane ? <GroupCounts rows={lane.rows} peak={lane.trackCount} brief={beside} /> : null}
      </span>
    </div>
  );
}

function GroupCounts({
  rows,
  peak,
  brief,
}: {
  rows: Parameters<typeof countOutcomes>[0];
  peak: number;
  /** There is a name column only: the rest is in the details. */
  brief: boolean;
}) {
  const { t } = useTimelineWords();
  const rest = [
    t('atMost', { peak }),
    ...countOutcomes(rows)
      .filter(({ outcome }) => outcome !== 'ok')
      .map(({ outcome, count }) => `${count} ${t(`outcome.${outcome}`)}`),
  ];
  return (
    <span className="shrink-0 text-muted">
      {' '}
      ×{rows.length}
      {brief ? null : ` · ${rest.join(' · ')}`}
    </span>
  );
}

/** A stretch of blocked time: drawn in the lane of the event loop, a row of its own to the keyboard. */
export function StretchItem({
  id,
  item,
  active,
  layout,
  onHover,
  onActivate,
}: ItemProps<Extract<TimelineItem, { stretch: unknown }>>) {
  const { t, describe } = useTimelineWords();
  const { stretch } = item;
  const { title, facts } = describe(item);
  const atLine = stretch.line === null ? [] : [t('line', { line: stretch.line })];
  // The longest of these that fits is written on the block; the whole is always in the details.
  const label = [
    [stretch.by, ...atLine].join(' · '),
    ...atLine,
    stretch.line === null ? '' : String(stretch.line),
  ].find((text) => widthOf(text) <= stretch.width - 12);
  return (
    <div
      id={id}
      role="treeitem"
      aria-label={`${title} · ${facts}`}
      aria-level={2}
      aria-selected={active}
      className={classNames(
        'absolute z-1 grid place-items-center rounded-sm',
        active && 'outline-2 outline-offset-1 outline-accent',
      )}
      style={{ left: stretch.x, width: stretch.width, top: layout.loop.height - 23, height: 18 }}
      onPointerEnter={() => onHover(item.id)}
      onPointerLeave={() => onHover('loop')}
      onClick={() => onActivate(item.id)}
    >
      {label ? (
        <span
          aria-hidden
          className="rounded-sm bg-timeline-blocked-soft px-1 font-mono text-[11px] leading-3.5 text-ink"
        >
          {label}
        </span>
      ) : null}
    </div>
  );
}

/** About as wide as the text is set in the small monospaced face; Chinese characters are twice as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2E80' ? 11.5 : 6.7), 0);
}
