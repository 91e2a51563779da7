import { expect, test } from 'vitest';
import { compareTexts } from './compare-texts.ts';

test('equal texts have no difference, with or without a line break at the end', () => {
  expect(compareTexts('a\nb\n', 'a\nb')).toEqual([]);
  expect(compareTexts('', '')).toEqual([]);
});

test('changed lines carry the numbers of their own side', () => {
  expect(compareTexts('a\nb\nc', 'a\nB\nc\nd')).toEqual([
    { kind: 'same', before: 1, after: 1, text: 'a' },
    { kind: 'removed', before: 2, after: null, text: 'b' },
    { kind: 'added', before: null, after: 2, text: 'B' },
    { kind: 'same', before: 3, after: 3, text: 'c' },
    { kind: 'added', before: null, after: 4, text: 'd' },
  ]);
});

test('long unchanged stretches are cut to three lines of context on each side', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
  const compared = compareTexts(lines.join('\n'), lines.with(19, 'changed').join('\n'));
  expect(compared[0]).toEqual({ kind: 'skipped', count: 16 });
  expect(compared.at(-1)).toEqual({ kind: 'skipped', count: 17 });
  expect(compared).toHaveLength(2 + 3 + 2 + 3);
});

test('a first attempt compared with nothing is all added', () => {
  expect(compareTexts('', 'a\nb').map((line) => line.kind)).toEqual(['added', 'added']);
});
