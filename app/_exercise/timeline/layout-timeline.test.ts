import { expect, test } from 'vitest';
import { GOLDEN_NAMES, goldenTimeline, goldenVerdict } from '../fixtures/golden.ts';
import { layoutTimeline } from './layout-timeline.ts';

const desktop = { widthPx: 720, names: 'beside' } as const;
const phone = { widthPx: 340, names: 'above' } as const;

test.each(GOLDEN_NAMES)('everything in "%s" is drawn inside the plot, on a desk and on a phone', (name) => {
  for (const options of [desktop, phone]) {
    for (const { timeline } of goldenVerdict(name).scenarios) {
      if (!timeline) continue;
      const { plot, lanes, loop, heightPx } = layoutTimeline(timeline, options);
      const right = plot.x + plot.width + 3;
      for (const bar of lanes.flatMap((lane) => lane.bars)) {
        expect(bar.x).toBeGreaterThanOrEqual(plot.x);
        expect(bar.x + bar.width).toBeLessThanOrEqual(right);
        expect(bar.height).toBeGreaterThan(0);
        expect(bar.y + bar.height).toBeLessThanOrEqual(heightPx);
      }
      for (const stretch of loop.stretches) expect(stretch.x + stretch.width).toBeLessThanOrEqual(right);
    }
  }
});

test('lanes follow one another without gap or overlap, below the lane of the event loop', () => {
  const { loop, lanes, heightPx } = layoutTimeline(goldenTimeline('hundred-calls', 1), desktop);
  let y = loop.height;
  for (const lane of lanes) {
    expect(lane.y).toBe(y);
    y += lane.height;
  }
  expect(heightPx).toBe(y);
});

test('a hundred calls at once stay small enough to be seen whole', () => {
  expect(layoutTimeline(goldenTimeline('hundred-calls', 0), desktop).heightPx).toBeLessThan(300);
});

test('serial calls make a staircase: each bar begins where the one before it ended', () => {
  const { lanes } = layoutTimeline(goldenTimeline('serial'), desktop);
  const bars = lanes.slice(1).map((lane) => lane.bars[0]);
  for (const [index, bar] of bars.entries()) {
    const before = bars[index - 1];
    if (before && bar) expect(bar.x).toBeCloseTo(before.x + before.width);
  }
});

test('ticks are whole steps of one unit, from zero to the end', () => {
  expect(layoutTimeline(goldenTimeline('serial'), desktop).axis).toMatchObject({
    unit: 's',
    ticks: [0, 1, 2, 3, 4, 5].map((second) => ({ ns: second * 1e9, text: String(second) })),
  });
  const short = { endNs: 3_000_000, rows: [], blocked: [], truncated: false };
  expect(layoutTimeline(short, desktop).axis).toMatchObject({
    unit: 'ms',
    ticks: [{ text: '0.0' }, {}, {}, {}, {}, {}, {}],
  });
});

test('a run that took no virtual time still has an axis and bars that can be seen', () => {
  const { axis, lanes } = layoutTimeline(goldenTimeline('passed', 4), desktop);
  expect(axis.ticks.length).toBeGreaterThan(1);
  expect(lanes[0]?.bars[0]?.width).toBe(3);
});

test('blocked intervals of one line that touch are one stretch with dividers', () => {
  const blocked = [0, 1, 2].map((second) => ({
    row: 1,
    by: 'time.sleep',
    line: 14,
    beginNs: second * 1e9,
    endNs: (second + 1) * 1e9,
  }));
  const { loop } = layoutTimeline({ endNs: 4e9, rows: [], blocked, truncated: false }, desktop);
  expect(loop.stretches).toHaveLength(1);
  expect(loop.stretches[0]).toMatchObject({ beginNs: 0, endNs: 3e9, line: 14 });
  expect(loop.stretches[0]?.dividers).toHaveLength(2);
});

test('the duration stands in the bar where it fits, behind it or before it where not', () => {
  const { lanes } = layoutTimeline(goldenTimeline('serial'), desktop);
  const calls = lanes.slice(1).map((lane) => lane.duration);
  expect(calls[0]).toMatchObject({ text: '1.0\u00a0s', inside: true });
  const narrow = layoutTimeline(goldenTimeline('serial'), { widthPx: 160, names: 'above' }).lanes.slice(1);
  expect(narrow[0]?.duration).toMatchObject({ inside: false, anchor: 'start' });
  expect(narrow[4]?.duration).toMatchObject({ inside: false, anchor: 'end' });
});

test('the layout is a pure function of its input', () => {
  const timeline = goldenTimeline('blocked-loop', 1);
  expect(layoutTimeline(timeline, phone)).toEqual(layoutTimeline(timeline, phone));
});
