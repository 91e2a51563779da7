import { expect, test } from 'vitest';
import { isSavedByOverlap } from './saved-time.ts';

test('what overlapping calls save is a sum of some of their durations', () => {
  expect(isSavedByOverlap([3, 1, 2], 3)).toBe(true);
  expect(isSavedByOverlap([15, 15], 15)).toBe(true);
});

test('a budget that was overrun cuts a call in two, which overlapping never does', () => {
  expect(isSavedByOverlap([15, 15], 10)).toBe(false);
  expect(isSavedByOverlap([15, 5], 2)).toBe(false);
});

test('many calls of different durations are not reckoned through', () => {
  const durations = Array.from({ length: 1_000 }, (_, index) => 2 ** (index % 30));
  expect(isSavedByOverlap(durations, 2 ** 31 + 1)).toBe(true);
});
