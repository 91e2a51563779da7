// Where everything on the concurrency timeline goes, in pixels. Pure: from a timeline, a width and the open groups
// to numbers, so that the drawing code only draws. Colours, words and behaviour are elsewhere.
import { scaleLinear } from 'd3-scale';
import type { Timeline, TimelineRow } from '#grader/verdict/schema';
import { arrangeLanes, type Lane } from './arrange-lanes.ts';
import { joinBlocked, type BlockedStretch } from './blocked-stretches.ts';
import { shortVirtualTimeText } from './virtual-time-text.ts';

export interface LayoutOptions {
  widthPx: number;
  /** Names of lanes stand in a column beside the bars, or, where that leaves too little room, above them. */
  names: 'beside' | 'above';
  expanded?: ReadonlySet<string>;
}

export interface Bar {
  row: TimelineRow;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface LaidLane extends Lane {
  y: number;
  height: number;
  bars: Bar[];
  /** How long it took, and where there is room to say so; null on folded groups. */
  duration: { text: string; x: number; anchor: 'start' | 'end'; inside: boolean } | null;
}

export interface LaidStretch extends BlockedStretch {
  x: number;
  width: number;
  /** Where the joined intervals meet, to be drawn as dividers. */
  dividers: number[];
}

export interface TimelineLayout {
  widthPx: number;
  /** Left and right ends of the time axis. */
  plot: { x: number; width: number };
  axis: { ticks: { x: number; ns: number; text: string }[]; unit: 's' | 'ms' | 'µs' };
  /** The first lane belongs to the event loop itself: blocked stretches are drawn in it. */
  loop: { y: number; height: number; stretches: LaidStretch[] };
  lanes: LaidLane[];
  heightPx: number;
}

/** The column of names takes three tenths of the width, within these bounds. */
const NAME_COLUMN_PX = { share: 0.3, least: 168, most: 260 };
const EDGE_PX = 14;
const NAME_LINE_PX = 18;
const LANE_PX = { beside: 28, above: 38 };
const LOOP_PX = { beside: 28, above: 46 };
const BAR_PX = { task: 10, call: 14, thread: 14 };
/** A bar of no length is still seen, and can be pointed at. */
const LEAST_BAR_PX = 3;
const GROUP_MOST_PX = 168;
const TRACK_MOST_PX = 9;
const TEXT_PX_PER_CHARACTER = 6.6;
const PX_PER_TICK = 76;

const UNITS = [
  { unit: 's', ns: 1_000_000_000, from: 50_000_000 },
  { unit: 'ms', ns: 1_000_000, from: 50_000 },
  { unit: 'µs', ns: 1_000, from: 0 },
] as const;

/** Lays out a timeline. `heightPx` excludes the axis, which stands still while the lanes scroll. */
export function layoutTimeline(timeline: Timeline, options: LayoutOptions): TimelineLayout {
  const { widthPx, names } = options;
  const { share, least, most } = NAME_COLUMN_PX;
  const left = names === 'beside' ? Math.round(Math.min(most, Math.max(least, widthPx * share))) : EDGE_PX;
  const plot = { x: left, width: Math.max(40, widthPx - left - EDGE_PX) };
  // A timeline without length (everything at the instant 0) is drawn on an axis of one second.
  const endNs = timeline.endNs || UNITS[0].ns;
  const xAt = scaleLinear([0, endNs], [plot.x, plot.x + plot.width]).clamp(true);

  const loop = {
    y: 0,
    height: LOOP_PX[names],
    stretches: joinBlocked(timeline.blocked).map((stretch) => layStretch(stretch, xAt)),
  };
  let y = loop.height;
  const lanes = arrangeLanes(timeline, options.expanded).map((lane) => {
    const laid = layLane(lane, y, names, xAt, plot);
    y += laid.height;
    return laid;
  });
  return { widthPx, plot, axis: layAxis(endNs, plot, xAt), loop, lanes, heightPx: y };
}

type Place = (ns: number) => number;

function layAxis(endNs: number, plot: TimelineLayout['plot'], xAt: Place): TimelineLayout['axis'] {
  const { unit, ns: unitNs } = UNITS.find(({ from }) => endNs >= from) ?? UNITS[2];
  const inUnits = scaleLinear([0, endNs / unitNs], [0, 1]);
  const count = Math.max(2, Math.floor(plot.width / PX_PER_TICK));
  const format = inUnits.tickFormat(count);
  const ticks = inUnits.ticks(count).map((value) => {
    const ns = Math.round(value * unitNs);
    return { x: xAt(ns), ns, text: format(value) };
  });
  return { ticks, unit };
}

function layStretch(stretch: BlockedStretch, xAt: Place): LaidStretch {
  const x = xAt(stretch.beginNs);
  return {
    ...stretch,
    x,
    width: Math.max(LEAST_BAR_PX, xAt(stretch.endNs) - x),
    dividers: stretch.intervals.slice(1).map((interval) => xAt(interval.beginNs)),
  };
}

function layLane(
  lane: Lane,
  y: number,
  names: LayoutOptions['names'],
  xAt: Place,
  plot: TimelineLayout['plot'],
): LaidLane {
  const nameAbove = names === 'above' ? NAME_LINE_PX : 0;
  const first = lane.rows[0];
  const trackPx = lane.group ? Math.min(TRACK_MOST_PX, GROUP_MOST_PX / lane.trackCount) : BAR_PX[first?.kind ?? 'call'];
  const barsPx = trackPx * lane.trackCount;
  const height = Math.max(LANE_PX[names], nameAbove + barsPx + 10);
  const top = y + nameAbove + (height - nameAbove - barsPx) / 2;
  // Gaps tell tracks apart; thin tracks get thin gaps, which would else eat them.
  const gapPx = lane.group ? (trackPx >= 4 ? 1 : trackPx / 6) : 0;
  const bars = lane.rows.map((row, index) => {
    const x = xAt(row.beginNs);
    // Neighbours on one track would melt into one bar without a gap between them as well.
    const endGapPx = lane.group ? 1 : 0;
    return {
      row,
      x,
      y: top + (lane.tracks[index] ?? 0) * trackPx,
      width: Math.max(LEAST_BAR_PX, xAt(row.endNs) - x - endGapPx),
      height: trackPx - gapPx,
    };
  });
  const bar = bars[0];
  return { ...lane, y, height, bars, duration: lane.group || !bar ? null : placeDuration(bar, plot) };
}

/** Inside the bar if it fits, else behind it, else in front of it, else nowhere. */
function placeDuration(bar: Bar, plot: TimelineLayout['plot']): LaidLane['duration'] {
  // What never ended has no duration; how long it was watched says nothing.
  if (bar.row.outcome === 'unfinished') return null;
  const text = shortVirtualTimeText(bar.row.endNs - bar.row.beginNs);
  const needed = text.length * TEXT_PX_PER_CHARACTER + 10;
  // Marks for how it ended stand at the right end of the bar; the text keeps clear of them.
  const markPx = bar.row.outcome === 'ok' ? 0 : 14;
  if (bar.row.kind !== 'task' && bar.width >= needed + markPx) {
    return { text, x: bar.x + 6, anchor: 'start', inside: true };
  }
  const right = bar.x + bar.width + markPx;
  if (right + needed <= plot.x + plot.width + EDGE_PX) return { text, x: right + 5, anchor: 'start', inside: false };
  if (bar.x - needed >= plot.x) return { text, x: bar.x - 5, anchor: 'end', inside: false };
  return null;
}
