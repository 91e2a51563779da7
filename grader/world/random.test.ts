import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SeededRandom } from './random.ts';

const draw = (seed: number, count: number) => {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('the seeded random source', () => {
  test('gives the same numbers for the same seed and others for another', () => {
    expect(draw(7, 100)).toEqual(draw(7, 100));
    expect(draw(7, 100)).not.toEqual(draw(8, 100));
  });

  test('stays within its bounds', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 1e9 }),
        (seed, low, span) => {
          const random = new SeededRandom(seed);
          for (let i = 0; i < 20; i++) {
            const drawn = random.between(low, low + span);
            expect(Number.isSafeInteger(drawn) && drawn >= low && drawn <= low + span).toBe(true);
          }
        },
      ),
    );
  });

  test('reaches every value of a small range', () => {
    const random = new SeededRandom(3);
    const seen = new Set(Array.from({ length: 200 }, () => random.between(1, 6)));
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
