import { expect, test } from 'vitest';
import { diagnosisSentence } from '#grader/verdict/sentences';
import { goldenVerdict } from '../fixtures/golden.ts';
import { takeSentenceApart } from './sentence-parts.ts';

test('names of code and the lines of the diagnosis are found, in both languages', () => {
  expect(takeSentenceApart('`sleep` on line 14 blocked (line 9).', [14])).toEqual([
    { kind: 'code', text: 'sleep' },
    { kind: 'words', text: ' on ' },
    { kind: 'line', text: 'line 14', line: 14 },
    { kind: 'words', text: ' blocked (line 9).' },
  ]);
  expect(takeSentenceApart('第 12 行的 `f`', [12])[0]).toEqual({ kind: 'line', text: '第 12 行', line: 12 });
});

test('a line in the text of a student is no place', () => {
  expect(takeSentenceApart('`line 3`', [3])).toEqual([{ kind: 'code', text: 'line 3' }]);
});

test('every sentence that names its line has that line as a place', () => {
  for (const { diagnoses } of goldenVerdict('every-diagnosis').scenarios) {
    for (const diagnosis of diagnoses) {
      if (!('line' in diagnosis) || diagnosis.line === null) continue;
      for (const locale of ['en', 'zh'] as const) {
        const parts = takeSentenceApart(diagnosisSentence(diagnosis, locale), [diagnosis.line]);
        expect(
          parts.filter((part) => part.kind === 'line'),
          `${diagnosis.code} ${locale}`,
        ).toHaveLength(1);
      }
    }
  }
});
