import { expect, test } from 'vitest';
import { boundPercent, FIRST_PERCENT, LEAST_PERCENT, MOST_PERCENT, movedByKey } from './split-width.ts';

test('neither pane can be made too narrow to use', () => {
  expect(boundPercent(3)).toBe(LEAST_PERCENT);
  expect(boundPercent(99)).toBe(MOST_PERCENT);
  expect(boundPercent(Number.NaN)).toBe(FIRST_PERCENT);
});

test('arrow keys move the divider, Home and End to its ends, other keys do nothing', () => {
  expect(movedByKey('ArrowLeft', 40)).toBe(38);
  expect(movedByKey('ArrowRight', MOST_PERCENT)).toBe(MOST_PERCENT);
  expect(movedByKey('Home', 40)).toBe(LEAST_PERCENT);
  expect(movedByKey('a', 40)).toBeNull();
});
