import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { peakOverlap, unionNs, type Interval } from './intervals.ts';

const interval = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 12 }))
  .map(([beginNs, length]) => ({ beginNs, endNs: beginNs + length }));

/** At every instant, count: slow and obviously right for intervals that are not empty. */
function countAtEveryInstant(intervals: readonly Interval[]): number[] {
  return Array.from(
    { length: 50 },
    (_, at) => intervals.filter(({ beginNs, endNs }) => beginNs <= at && at < endNs).length,
  );
}

describe('intervals', () => {
  test('the peak is the most that hold at any instant', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 25 }), (intervals) => {
        expect(peakOverlap(intervals)).toBe(Math.max(0, ...countAtEveryInstant(intervals)));
      }),
    );
  });

  test('the union is as long as the instants at which any holds', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 25 }), (intervals) => {
        expect(unionNs(intervals)).toBe(countAtEveryInstant(intervals).filter((count) => count > 0).length);
      }),
    );
  });

  test('neither depends on the order of the intervals', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), (intervals) => {
        const reversed = [...intervals].reverse();
        expect(peakOverlap(reversed)).toBe(peakOverlap(intervals));
        expect(unionNs(reversed)).toBe(unionNs(intervals));
      }),
    );
  });

  test('one that ends when another begins does not overlap it', () => {
    expect(
      peakOverlap([
        { beginNs: 0, endNs: 5 },
        { beginNs: 5, endNs: 9 },
      ]),
    ).toBe(1);
  });

  test('empty ones of one instant overlap each other and what holds there, but not what has ended', () => {
    const at = (beginNs: number) => ({ beginNs, endNs: beginNs });
    expect(peakOverlap([at(3), at(3)])).toBe(2);
    expect(peakOverlap([{ beginNs: 0, endNs: 9 }, at(3)])).toBe(2);
    expect(peakOverlap([{ beginNs: 0, endNs: 3 }, at(3)])).toBe(1);
    expect(peakOverlap([at(3), at(4)])).toBe(1);
  });

  test('empty ones that are known to follow each other do not overlap', () => {
    const ordered = (beginOrder: number, endOrder: number) => ({ beginNs: 3, endNs: 3, beginOrder, endOrder });
    expect(peakOverlap([ordered(0, 1), ordered(2, 3), ordered(4, 5)])).toBe(1);
    expect(peakOverlap([ordered(0, 3), ordered(1, 2)])).toBe(2);
  });

  test('of none there is no peak and no union', () => {
    expect([peakOverlap([]), unionNs([])]).toEqual([0, 0]);
  });
});
