import { expect, test } from 'vitest';
import { toStorable } from './storable.ts';

test('what PostgreSQL cannot store is replaced, everything else stays', () => {
  const value = {
    text: 'a\0b',
    half: '\ud83d',
    whole: '😀',
    list: ['\0', 1.5, true, null],
    nested: { deep: '\udc00!' },
  };
  expect(toStorable(value)).toEqual({
    text: 'a\ufffdb',
    half: '\ufffd',
    whole: '😀',
    list: ['\ufffd', 1.5, true, null],
    nested: { deep: '\ufffd!' },
  });
});
