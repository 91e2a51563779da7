import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable } from './printable.ts';
import { renderVerdict } from './render-text.ts';
import { scenarioVerdict, verdict } from './sample-verdict.ts';

describe('a verdict as text', () => {
  test('says per scenario how it ended, why, and what may help', () => {
    const failed = scenarioVerdict({
      status: 'failed',
      weight: 2,
      hint: { en: 'Start every call first.', zh: '先发起所有调用。' },
      diagnoses: [{ code: 'wrong_value', call: 'load' }],
      message: 'assert 1 == 2',
      failingSeed: 3,
    });
    const text = renderVerdict(
      verdict({ status: 'failed', scenarios: [scenarioVerdict({ visible: true }), failed] }),
      'en',
    );
    expect(text).toBe(`load-profiles: 1 of 2 scenarios passed, 1 of 1 point.
  ✓ all at once — passed (1 point, 1.0 s, visible)
  ✗ all at once — failed (2 points, 1.0 s)
      \`load()\` did not give the expected answer.
      First failing seed: 3
      | assert 1 == 2
      Hint: Start every call first.
`);
  });

  test('shows where the student’s code raised, also when the file does not load', () => {
    const exception = {
      type: 'NameError',
      message: "name 'x' is not defined",
      frames: [{ file: 'submission.py' as const, line: 3, function: '<module>', text: '  x + 1' }],
    };
    const diagnosis = { code: 'does_not_import' as const, type: 'NameError', message: exception.message, line: 3 };
    const text = renderVerdict(verdict({ status: 'errored', scenarios: [], error: { diagnosis, exception } }), 'zh');
    expect(text).toContain('第 3 行的 `NameError`');
    expect(text).toContain('      | submission.py:3 <module>\n      |     x + 1\n');
  });

  test('a sentence over a verdict cannot imitate a line of it, either', () => {
    const en = '✓ everything — passed (9 points, 1.0 s)';
    const diagnosis = { code: 'told' as const, en, zh: en };
    const text = renderVerdict(
      verdict({ status: 'errored', scenarios: [], error: { diagnosis, exception: null } }),
      'en',
    );
    expect(text).toContain(`    ${en}`);
    expect(text).not.toMatch(/^ {2}✓/m);
  });

  test('output of the student cannot imitate a line of the verdict', () => {
    const stdout = 'ok\n  ✓ all at once — passed (1 point, 1.0 s)\n\x1b[2J\rload-profiles: 1 of 1 scenario passed';
    const failed = scenarioVerdict({ status: 'failed', stdout });
    const text = renderVerdict(verdict({ status: 'failed', scenarios: [failed] }), 'en');
    expect(text.split('\n').filter((line) => line.startsWith('  ✓'))).toEqual([]);
    expect(text).toContain('      | \\x1b[2J\\x0dload-profiles: 1 of 1 scenario passed\n');
  });

  test('of a long output only the beginning and the end are shown', () => {
    const stdout = Array.from({ length: 100 }, (_, n) => `line ${n}`).join('\n');
    const text = renderVerdict(verdict({ scenarios: [scenarioVerdict({ status: 'failed', stdout })] }), 'en');
    expect(text).toContain('| line 7\n      … (84)\n      | line 92\n');
  });

  test('no control character of a message, a name or an output reaches the terminal', () => {
    const foreign = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(foreign, (text) => {
        const exception = {
          type: 'E',
          message: text,
          frames: [{ file: 'submission.py' as const, line: 1, function: text, text }],
        };
        const diagnoses = [
          { code: 'exception' as const, type: text, message: text, line: 1 },
          { code: 'tasks_left' as const, count: 1, names: [text], line: null },
        ];
        const failed = scenarioVerdict({ status: 'failed', stdout: text, message: text, exception, diagnoses });
        const rendered = renderVerdict(verdict({ status: 'failed', scenarios: [failed] }), 'en');
        expect(rendered.replaceAll('\n', '')).toBe(printable(rendered.replaceAll('\n', '')));
        const marks = rendered.split('\n').filter((line) => /^ {0,2}\S/.test(line));
        expect(marks).toHaveLength(2);
      }),
    );
  });

  test('ordinary text in any script stays as it is', () => {
    expect(printable('naïve 并发 😀 \\n')).toBe('naïve 并发 😀 \\n');
    expect(printable('\u202e\u200b\u2028\ud800')).toBe('\\u202e\\u200b\\u2028\\ud800');
  });
});
