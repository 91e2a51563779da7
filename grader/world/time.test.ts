import { describe, expect, test } from 'vitest';
import { addNs, isVirtualNs, MAX_VIRTUAL_NS } from './time.ts';

describe('virtual time', () => {
  test('is a whole, exact and bounded number of nanoseconds', () => {
    for (const good of [0, 1, MAX_VIRTUAL_NS]) expect(isVirtualNs(good)).toBe(true);
    for (const bad of [-1, 0.5, Number.NaN, Infinity, MAX_VIRTUAL_NS + 1, 2 ** 60, '1', null])
      expect(isVirtualNs(bad)).toBe(false);
  });

  test('does not leave its range', () => {
    expect(addNs(1, 2)).toBe(3);
    expect(addNs(MAX_VIRTUAL_NS, MAX_VIRTUAL_NS)).toBe(MAX_VIRTUAL_NS);
  });
});
