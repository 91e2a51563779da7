import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLineInAnswer } from './line-in-answer.ts';

const described = { type: 'MemoryError', message: '', frames: [], line: 7 };

describe('the line in an answer', () => {
  it.each([
    ['of a loop', [[], ['ok', [null, false, [[1, ['error', '{"e":{}}', described]]]]]]],
    ['of a call', [[], ['ok', ['error', null, described]]]],
    ['of loading', [[], ['ok', described]]],
    ['of an interpreter that was left', [[], ['broken', described]]],
  ])('is found in that %s', (_, answer) => {
    expect(findLineInAnswer(JSON.stringify(answer))).toBe(7);
  });

  it('is none in anything else, and looking for it ends', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void findLineInAnswer(JSON.stringify(value))));
    fc.assert(fc.property(fc.string(), (text) => void findLineInAnswer(text)));
    for (const line of [0, -1, 1.5, 1e9, '7', null])
      expect(findLineInAnswer(JSON.stringify([{ ...described, line }]))).toBe(null);
    expect(findLineInAnswer('['.repeat(100_000) + ']'.repeat(100_000))).toBe(null);
  });
});
