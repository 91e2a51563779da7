import { expect, test } from 'vitest';
import { goldenTimeline } from '../fixtures/golden.ts';
import { inFlightAt, peakOf, summariseTimeline } from './summarise-timeline.ts';
import { shortVirtualTimeText, virtualTimeText } from './virtual-time-text.ts';

test('the peak counts calls that overlap, not calls that follow one another', () => {
  expect(summariseTimeline(goldenTimeline('hundred-calls', 0)).peak).toBe(100);
  expect(summariseTimeline(goldenTimeline('hundred-calls', 1)).peak).toBe(10);
  expect(summariseTimeline(goldenTimeline('serial')).peak).toBe(1);
});

test('calls of no length count for their instant', () => {
  const call = { parent: null, kind: 'call', label: 'f', line: null, outcome: 'ok', beginNs: 5, endNs: 5 } as const;
  expect(
    peakOf([
      { ...call, id: 1 },
      { ...call, id: 2 },
    ]),
  ).toBe(2);
  expect(peakOf([])).toBe(0);
});

test('blocked time is summed', () => {
  expect(summariseTimeline(goldenTimeline('blocked-loop', 1)).blockedNs).toBe(3_600_000_000);
});

test('a call is in flight from its begin until just before its end', () => {
  const serial = goldenTimeline('serial');
  expect([0, 999_999_999, 1_000_000_000, 5_000_000_000].map((ns) => inFlightAt(serial, ns))).toEqual([1, 1, 1, 0]);
});

test('virtual time is written exactly, and cut only where room is short', () => {
  expect(virtualTimeText(0)).toBe('0.0\u00a0s');
  expect(virtualTimeText(0, 'zh')).toBe('0.0\u00a0秒');
  expect(virtualTimeText(1_250_000_000)).toBe('1.25\u00a0s');
  expect(virtualTimeText(12_000_000_001)).toBe('12.000000001\u00a0s');
  expect(shortVirtualTimeText(1_000_400_000)).toBe('1.0\u00a0s');
});
