import { describe, expect, test } from 'vitest';
import { formatSeconds } from './format-seconds.ts';

const SECOND = 1_000_000_000;

describe('virtual times', () => {
  test.each([
    [0, '0.0'],
    [1, '0.000000001'],
    [100_000_000, '0.1'],
    [5 * SECOND, '5.0'],
    [1_050_000_000, '1.05'],
    [86_400 * SECOND + 1, '86400.000000001'],
  ])('%d ns is %s s', (ns, text) => {
    expect(formatSeconds(ns)).toBe(text);
  });
});
