import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { GraderFault, PackFault } from '../faults.ts';
import { readPack } from '../pack/read.ts';
import { writePack } from '../pack/temporary-pack.ts';
import { scenarioVerdict, verdict } from '../verdict/sample-verdict.ts';
import { verdictSchema } from '../verdict/schema.ts';
import type { CliGrader } from './command.ts';
import { SKELETON_PACK } from './new.ts';
import { run } from './run.ts';

const outline = { weight: 1, hint: { en: 'Look.', zh: '看。' }, seeds: 1, line: 1 };
const OUTLINES = [
  { ...outline, name: { en: 'visible one', zh: '可见的' }, visible: true, source: 'x' },
  { ...outline, name: { en: 'hidden one', zh: '隐藏的' }, visible: false, source: null },
];

/** Passes what holds the word "right", and notes how it was used. */
function fakeGrader(overrides: Partial<CliGrader> = {}) {
  const used = { graded: 0, closed: 0, audiences: new Set<string>() };
  const grader: CliGrader = {
    outline: () => Promise.resolve(OUTLINES),
    grade: ({ source, audience }) => {
      used.graded += 1;
      used.audiences.add(audience);
      const status = source.includes('right') ? 'passed' : 'failed';
      const scenarios = [
        scenarioVerdict({ name: OUTLINES[0]?.name, stdout: 'hello\n', virtualNs: 1e9 }),
        scenarioVerdict({ name: OUTLINES[1]?.name, status }),
      ];
      return Promise.resolve(verdict({ status, scenarios }));
    },
    close: () => {
      used.closed += 1;
    },
    ...overrides,
  };
  return { grader, used };
}

async function call(args: string[], grader: CliGrader = fakeGrader().grader, packsFolder = '/nowhere') {
  const io = { out: '', err: '' };
  const code = await run(args, {
    packsFolder,
    concurrency: 2,
    print: (text) => (io.out += text),
    complain: (text) => (io.err += text),
    openGrader: () => Promise.resolve(grader),
  });
  return { code, ...io };
}

function writeSolution(source: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'overlap-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'solution.py'), source);
  return join(folder, 'solution.py');
}

describe('pack grade', () => {
  test('ends with 0 when passed and with 1 when not', async () => {
    const exercise = join(writePack(), 'first');
    expect(await call(['grade', exercise, writeSolution('right')])).toMatchObject({ code: 0, err: '' });
    const wrong = await call(['grade', exercise, writeSolution('wrong')]);
    expect(wrong).toMatchObject({ code: 1, err: '' });
    expect(wrong.out).toContain('✗ hidden one — failed');
  });

  test('speaks Chinese when asked to', async () => {
    const { out } = await call(['grade', join(writePack(), 'first'), writeSolution('wrong'), '--language', 'zh']);
    expect(out).toContain('✗ 隐藏的 — 未通过');
  });

  test('--json prints the verdict of a student and nothing else', async () => {
    const { grader, used } = fakeGrader();
    const { code, out, err } = await call(
      ['grade', join(writePack(), 'first'), writeSolution('wrong'), '--json'],
      grader,
    );
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(verdictSchema.parse(JSON.parse(out)).status).toBe('failed');
    expect([...used.audiences]).toEqual(['student']);
  });

  test('--repeat counts distinct verdicts', async () => {
    const { grader, used } = fakeGrader();
    const { code, out } = await call(
      ['grade', join(writePack(), 'first'), writeSolution('right'), '--repeat', '100'],
      grader,
    );
    expect(code).toBe(0);
    expect(out).toContain('100 gradings, 1 distinct verdict.\n');
    expect(used.graded).toBe(100);
  });

  test('--repeat ends with 2 when verdicts differ, and says where', async () => {
    let n = 0;
    const grade = () => Promise.resolve(verdict({ scenarios: [scenarioVerdict({ virtualNs: (n += 1) % 2 })] }));
    const args = ['grade', join(writePack(), 'first'), writeSolution('right'), '--repeat', '3', '--json'];
    const { code, out, err } = await call(args, fakeGrader({ grade }).grader);
    expect(code).toBe(2);
    expect(verdictSchema.safeParse(JSON.parse(out)).success).toBe(true);
    expect(err).toBe(
      '3 gradings, 2 distinct verdicts.\nThe verdicts differ, first at verdict.scenarios.0.virtualNs. How often each came: 2, 1.\n',
    );
  });

  test('a fault of the pack or of the grader ends with 2 and closes the grader', async () => {
    const args = ['grade', join(writePack(), 'first'), writeSolution('right')];
    const pack = fakeGrader({
      grade: () => Promise.reject(new PackFault('NameError: x', { file: 'scenarios.py', line: 4 })),
    });
    expect(await call(args, pack.grader)).toMatchObject({
      code: 2,
      out: '',
      err: 'The exercise is at fault: scenarios.py:4: NameError: x\n',
    });
    const own = fakeGrader({ grade: () => Promise.reject(new GraderFault('the child died')) });
    expect(await call(args, own.grader)).toMatchObject({ code: 2, err: 'The grader is in trouble: the child died\n' });
    expect([pack.used.closed, own.used.closed]).toEqual([1, 1]);
  });
});

describe('bad usage ends with 2 and one clear sentence', () => {
  const cases: [string, (exercise: string) => string[], RegExp][] = [
    ['no command', () => [], /^For authors/],
    ['an unknown command', () => ['grades'], /^There is no command "grades"/],
    ['a missing file name', (exercise) => ['grade', exercise], /^<file.py> is missing\. Usage: pack grade/],
    ['one argument too many', (exercise) => ['grade', exercise, 'a.py', 'b.py'], /^"b.py" is one argument too many/],
    ['an unknown option', (exercise) => ['grade', exercise, 'a.py', '--fast'], /^Unknown option '--fast'\. Usage/],
    [
      'a repeat that is no number',
      (exercise) => ['grade', exercise, 'a.py', '--repeat', 'x'],
      /^--repeat takes a whole number/,
    ],
    ['a repeat of zero', (exercise) => ['grade', exercise, 'a.py', '--repeat', '0'], /^--repeat takes a whole number/],
    [
      'a language we do not speak',
      (exercise) => ['grade', exercise, 'a.py', '--language', 'fr'],
      /^--language takes en or zh/,
    ],
    [
      'a file that is not there',
      (exercise) => ['grade', exercise, '/nowhere.py'],
      /^There is no file \/nowhere.py\.$/m,
    ],
    ['a folder that is not there', () => ['grade', '/nowhere', '/nowhere.py'], /There is no such folder/],
    ['a source that is too long', (exercise) => ['grade', exercise, writeSolution('#'.repeat(65_537))], /65537 bytes/],
    [
      'a source in another encoding',
      (exercise) => ['grade', exercise, writeSolution(Uint8Array.of(0xe9))],
      /is not UTF-8/,
    ],
    ['a name that leaves the folder', () => ['new', '../../etc/passwd'], /is not <pack>\/<exercise>/],
    ['a name with capitals', () => ['new', 'Pack/one'], /is not <pack>\/<exercise>/],
    ['a check without an end', (exercise) => ['check', exercise, '--repeat', '0'], /^--repeat takes a whole number/],
    ['a check of nothing', () => ['check'], /is missing\. Usage: pack check/],
    ['a check of a folder that is not there', () => ['check', '/nowhere/at-all'], /There is no such folder/],
  ];
  test.each(cases)('%s', async (_what, args, sentence) => {
    const { code, out, err } = await call(args(join(writePack(), 'first')));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('help is no error', async () => {
    expect(await call(['--help'])).toMatchObject({ code: 0, err: '' });
    expect((await call(['grade', '--help'])).out).toContain('pack check');
  });
});

describe('pack check', () => {
  const BROKEN = { 'first/statement.zh.md': null, 'first/solutions/passed/reference.py': 'not so\n' };

  test('takes a pack, an exercise, or all packs, and ends with 0 when there is no problem', async () => {
    const pack = writePack({ 'first/solutions/passed/reference.py': 'right\n' });
    for (const what of [pack, join(pack, 'first'), 'all']) {
      const { code, out } = await call(['check', what], fakeGrader().grader, join(pack, '..'));
      expect(out.replace(/\d+\.\d s/g, '… s')).toBe(
        (what.endsWith('first') ? '' : '✓ sample-pack, introduction: 1 program\n') +
          '✓ sample-pack/first: 2 scenarios (1 visible), 1 right and 1 wrong samples, … s\n1 exercise, 0 problems, … s\n',
      );
      expect(code).toBe(0);
    }
  });

  test('--repeat grades every sample and every program so many times', async () => {
    const pack = writePack({ 'first/solutions/passed/reference.py': 'right\n' });
    const { grader, used } = fakeGrader();
    expect((await call(['check', pack, '--repeat', '20'], grader)).code).toBe(0);
    expect(used.graded).toBe(4 * 20); // starter, one right, one wrong, one program
  });

  test('ends with 1 and every problem with its file, line and fix', async () => {
    const pack = writePack(BROKEN);
    const { code, out } = await call(['check', pack]);
    expect(code).toBe(1);
    expect(out).toContain(`${pack}/first/statement.zh.md: The file is missing. Fix: Write the statement in Chinese.`);
    expect(out).toContain(
      `${pack}/first/solutions/passed/reference.py:1: "hidden one" should pass but did not: failed.`,
    );
    expect(out).toContain('1 exercise, 2 problems');
  });

  test('--json prints the same as data', async () => {
    const { code, out } = await call(['check', writePack(BROKEN), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      problems: [{ line: null }],
      exercises: [{ slug: 'first', visible: 1 }],
    });
  });
});

describe('pack new', () => {
  test('writes an exercise that reads without a problem, and a pack around it where there is none', async () => {
    const packs = join(writePack(), '..');
    expect(await call(['new', 'fresh/my-exercise'], undefined, packs)).toMatchObject({ code: 0, err: '' });
    const { pack, problems } = readPack(join(packs, 'fresh'));
    expect(problems).toEqual([]);
    expect(pack?.exercises.map((exercise) => exercise.yaml.slug)).toEqual(['my-exercise']);
  });

  test('keeps the pack that is there, and never overwrites an exercise', async () => {
    const pack = writePack();
    const before = readFileSync(join(pack, 'pack.yaml'), 'utf8');
    expect((await call(['new', 'sample-pack/second'], undefined, join(pack, '..'))).code).toBe(0);
    expect(readFileSync(join(pack, 'pack.yaml'), 'utf8')).toBe(before);
    const again = await call(['new', 'sample-pack/second'], undefined, join(pack, '..'));
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('is already there') as string });
  });

  test('the skeleton itself reads without a problem', () => {
    expect(readPack(SKELETON_PACK).problems).toEqual([]);
  });
});
