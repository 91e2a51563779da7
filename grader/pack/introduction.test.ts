import { describe, expect, test } from 'vitest';
import { scenarioVerdict, verdict } from '../verdict/sample-verdict.ts';
import type { ScenarioVerdict } from '../verdict/schema.ts';
import { checkIntroduction } from './check-introduction.ts';
import { findSiteLinks, readIntroductionText } from './introduction-text.ts';
import { formatProblem } from './problem.ts';
import { readPack } from './read.ts';
import { type Files, VALID_FILES, writePack } from './temporary-pack.ts';

const TEXT = `# Title

Some text with a [concept](concept:gather).

[Two at once](introduction/two.py)

> **Common belief:** It is *so*.
>
> **What really happens:** It is not.
>
> Not at all.

More text.
`;

describe('the text of an introduction', () => {
  test('is cut into text, programs and boxes, with their lines', () => {
    const { blocks, problems } = readIntroductionText(TEXT);
    expect(problems).toEqual([]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['markdown', 'snippet', 'belief', 'markdown']);
    expect(blocks[1]).toEqual({ kind: 'snippet', name: 'two', title: 'Two at once', line: 5 });
    expect(blocks[2]).toEqual({ kind: 'belief', belief: 'It is *so*.', fact: 'It is not.\n\nNot at all.', line: 7 });
  });

  test('has the same form in Chinese, without a space after the mark', () => {
    const { blocks, problems } = readIntroductionText('> **常见误解：**是这样。\n>\n> **实际情况：**不是。\n');
    expect(problems).toEqual([]);
    expect(blocks).toEqual([{ kind: 'belief', belief: '是这样。', fact: '不是。', line: 1 }]);
  });

  test.each([
    ['an ordinary quote', 'Text.\n\n> Only a quote.\n', 3, /not a box/],
    ['a belief without the fact', '> **Common belief:** So.\n', 1, /not a box/],
    ['a program linked within a sentence', 'See [it](introduction/two.py) here.\n', 1, /does not show it/],
    ['a program with a strange name', '[It](introduction/Two.py)\n', 1, /does not show it/],
  ])('%s is reported', (_what, text, line, message) => {
    expect(readIntroductionText(text).problems).toMatchObject([
      { line, message: expect.stringMatching(message) as string },
    ]);
  });

  test('links are found wherever they stand, and not in code', () => {
    const text = 'A [b](concept:one).\n\n- **[c](exercise:two)**\n\n`[d](concept:three)`\n';
    expect(findSiteLinks(text)).toEqual([
      { to: 'concept', slug: 'one', line: 1 },
      { to: 'exercise', slug: 'two', line: 3 },
    ]);
  });
});

function problemsOf(changes: Files): string {
  const folder = writePack(changes);
  return readPack(folder)
    .problems.map((problem) => formatProblem(problem).replace(`${folder}/`, ''))
    .join('\n');
}

describe('the files of an introduction', () => {
  test.each<[string, Files, string]>([
    ['a missing language', { 'introduction.zh.md': null }, 'introduction.zh.md: The file is missing.'],
    ['an undeclared program', { 'introduction/more.py': 'x' }, 'introduction/snippets.yaml: "more" is missing.'],
    [
      'a declaration without a program',
      { 'introduction/hello.py': null, 'introduction/other.py': 'x' },
      'introduction/snippets.yaml: There is no program hello.py.',
    ],
    [
      'a program that one language does not show',
      { 'introduction.zh.md': '读。\n' },
      'introduction.zh.md: The program introduction/hello.py is not shown.',
    ],
    [
      'a program that is not there',
      { 'introduction.en.md': `${String(VALID_FILES['introduction.en.md'])}\n[X](introduction/x.py)\n` },
      'introduction.en.md:7: There is no program introduction/x.py.',
    ],
    ['another file', { 'introduction/notes.txt': 'x' }, 'introduction/notes.txt: introduction/ holds programs'],
    [
      'an unknown key',
      { 'introduction/snippets.yaml': 'hello:\n  seconds: 1\n  output: "x"\n  titel: "y"\n' },
      'introduction/snippets.yaml:4: Unknown key in "hello": titel.',
    ],
  ])('%s is a problem', (_what, changes, expected) => {
    expect(problemsOf(changes)).toContain(expected);
  });

  test('a pack without the folder has a problem, and no exception', () => {
    const files = { 'introduction/hello.py': null, 'introduction/snippets.yaml': null };
    expect(problemsOf(files)).toContain('introduction: There is no folder introduction.');
  });
});

describe('what its programs do', () => {
  const snippet = { name: 'hello', file: 'introduction/hello.py', source: 'x', seconds: 1, output: 'hello\n' };

  function check(scenario: Partial<ScenarioVerdict>[]) {
    let call = 0;
    const grade = () =>
      Promise.resolve(verdict({ scenarios: [scenarioVerdict(scenario[Math.min(call++, scenario.length - 1)] ?? {})] }));
    return checkIntroduction('/pack', [snippet], { grade }, { concurrency: 1, repeat: 3 });
  }

  const right: Partial<ScenarioVerdict> = { status: 'passed', stdout: 'hello\n', virtualNs: 1e9 };

  test('is as declared', async () => {
    expect(await check([right])).toEqual([]);
  });

  test('an output that differs is reported with both sides', async () => {
    const [problem] = await check([{ ...right, stdout: 'hallo\n' }]);
    expect(problem?.file).toBe('/pack/introduction/snippets.yaml');
    expect(problem?.message).toBe('hello: expected the output "hello", got "hallo".');
  });

  test('a time that differs is reported with both sides, to the nanosecond', async () => {
    const [problem] = await check([{ ...right, virtualNs: 1_000_000_001 }]);
    expect(problem?.message).toBe('hello: expected 1 seconds, got 1.000000001.');
  });

  test('a program that fails is reported with what it raised', async () => {
    const exception = { type: 'ValueError', message: 'no', frames: [] };
    const [problem] = await check([{ ...right, status: 'errored', exception }]);
    expect(problem).toMatchObject({ file: '/pack/introduction/hello.py' });
    expect(problem?.message).toContain('ValueError: no');
  });

  test('a program that varies is reported', async () => {
    const [problem] = await check([right, right, { ...right, stdout: 'x' }]);
    expect(problem?.message).toContain('another verdict');
  });
});
