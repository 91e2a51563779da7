import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GraderFault, PackFault } from '../faults.ts';
import { scenarioVerdict, verdict } from '../verdict/sample-verdict.ts';
import type { ScenarioVerdict, Verdict } from '../verdict/schema.ts';
import { type CheckingGrader, checkExercise } from './check.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { readExercise } from './read.ts';
import type { ScenarioOutline } from './schema.ts';
import { type Files, writePack } from './temporary-pack.ts';

const HIDDEN: ScenarioOutline = {
  name: { en: 'hidden one', zh: '隐藏的' },
  weight: 1,
  visible: false,
  hint: { en: 'Look.', zh: '看。' },
  seeds: 1,
  source: null,
  line: 9,
};
const VISIBLE: ScenarioOutline = {
  ...HIDDEN,
  name: { en: 'visible one', zh: '可见的' },
  visible: true,
  source: 'x',
  line: 3,
};

/** By source text: which scenarios do not pass, and how. */
type Behaviour = Record<string, Record<string, Partial<ScenarioVerdict>>>;

const BEHAVIOUR: Behaviour = {
  '# starter\n': { 'hidden one': {}, 'visible one': {} },
  '# fails: hidden one\n': { 'hidden one': {} },
};

/** A grader that fails the scenarios told, without any interpreter. */
function fakeGrader(behaviour: Behaviour = BEHAVIOUR, outlines = [VISIBLE, HIDDEN]): CheckingGrader {
  return {
    outline: () => Promise.resolve(outlines),
    grade: ({ source }) => {
      const failing = behaviour[source] ?? {};
      const scenarios = outlines.map(({ name, visible }) => {
        const failure = failing[name.en];
        return scenarioVerdict({ name, visible, ...(failure && { status: 'failed', ...failure }) });
      });
      const status = Object.keys(failing).length === 0 ? 'passed' : 'failed';
      return Promise.resolve(verdict({ scenarios, status }));
    },
  };
}

async function problemsOf(changes: Files, grader = fakeGrader()): Promise<string[]> {
  const folder = join(writePack(changes), 'first');
  const { exercise } = readExercise(folder);
  if (exercise === null) throw new Error('the sample exercise is broken');
  const report = await checkExercise(exercise, grader, { concurrency: 2, repeat: 2 });
  return report.problems.map(({ file, line, message }) => `${file.replace(`${folder}/`, '')}:${line}: ${message}`);
}

const FAILED = 'first/solutions/failed/serial.py';

function grading(source: string, failures: Behaviour[string]): CheckingGrader {
  return fakeGrader({ ...BEHAVIOUR, [source]: failures });
}

describe('an exercise that keeps its word', () => {
  test('has no problem, and its report counts scenarios and samples', async () => {
    const { exercise } = readExercise(join(writePack(), 'first'));
    if (exercise === null) throw new Error('the sample exercise is broken');
    expect(await checkExercise(exercise, fakeGrader(), { concurrency: 2, repeat: 2 })).toEqual({
      pack: 'sample-pack',
      slug: 'first',
      scenarios: 2,
      visible: 1,
      passed: 1,
      failed: 1,
      problems: [],
    });
  });
});

describe('samples', () => {
  test('a right solution that misses a scenario is reported with what happened', async () => {
    const failure: Partial<ScenarioVerdict> = {
      diagnoses: [{ code: 'wrong_value', call: null }],
      message: 'assert 1 == 2',
    };
    expect(await problemsOf({}, grading('# right\n', { 'hidden one': failure }))).toEqual([
      'solutions/passed/reference.py:1: "hidden one" should pass but did not: failed (wrong_value) – assert 1 == 2.',
    ]);
  });

  test('a wrong solution that passes what it should fail is reported', async () => {
    const problems = await problemsOf({}, grading('# fails: hidden one\n', {}));
    expect(problems).toContain('solutions/failed/serial.py:1: "hidden one" should fail but passed.');
  });

  test('a wrong solution that fails more than it declares is reported', async () => {
    const problems = await problemsOf({}, grading('# fails: hidden one\n', { 'hidden one': {}, 'visible one': {} }));
    expect(problems).toEqual(['solutions/failed/serial.py:1: "visible one" should pass but did not: failed.']);
  });

  test('a wrong solution may say which scenarios must pass; the rest are then free', async () => {
    const source = '# fails: hidden one\n# passes: visible one\n';
    expect(await problemsOf({ [FAILED]: source }, grading(source, { 'hidden one': {} }))).toEqual([]);
    expect(await problemsOf({ [FAILED]: source }, grading(source, { 'hidden one': {}, 'visible one': {} }))).toEqual([
      'solutions/failed/serial.py:2: "visible one" should pass but did not: failed.',
    ]);
  });

  test('a declared status and a declared diagnosis must be the ones that came', async () => {
    const source = '# fails: hidden one\n# status: deadlocked\n# diagnosis: deadlock\n';
    const right: Partial<ScenarioVerdict> = { status: 'deadlocked', diagnoses: [{ code: 'deadlock', waiting: [] }] };
    expect(await problemsOf({ [FAILED]: source }, grading(source, { 'hidden one': right }))).toEqual([]);
    expect(await problemsOf({ [FAILED]: source }, grading(source, { 'hidden one': {} }))).toEqual([
      'solutions/failed/serial.py:1: "hidden one" should end as deadlocked, but was: failed.',
    ]);
    expect(await problemsOf({ [FAILED]: source }, grading(source, { 'hidden one': { status: 'deadlocked' } }))).toEqual(
      ['solutions/failed/serial.py:1: "hidden one" should carry the diagnosis deadlock, but was: deadlocked.'],
    );
  });

  test('a scenario that does not exist cannot be declared', async () => {
    const source = '# fails: hidden one; hiden one\n';
    const problems = await problemsOf({ [FAILED]: source }, grading(source, { 'hidden one': {} }));
    expect(problems).toEqual(['solutions/failed/serial.py:1: There is no scenario "hiden one".']);
  });

  test('a sample that does not load is wrong in every scenario, and only a star says so', async () => {
    const diagnosis = { code: 'does_not_import', type: 'NameError', message: 'x', line: 1 } as const;
    const errored: Verdict = verdict({ status: 'errored', scenarios: [], error: { diagnosis, exception: null } });
    const usual = fakeGrader();
    const grader: CheckingGrader = {
      ...usual,
      grade: (request) => (request.source.startsWith('# fails') ? Promise.resolve(errored) : usual.grade(request)),
    };
    // With no other wrong solution, nothing shows what the hidden scenario is there for.
    const uncovered = 'scenarios.py:9: No wrong solution fails the hidden scenario "hidden one".';
    expect(await problemsOf({ [FAILED]: '# fails: *\n' }, grader)).toEqual([uncovered]);
    expect(await problemsOf({}, grader)).toEqual([
      'solutions/failed/serial.py:1: It does not load: NameError: x.',
      uncovered,
    ]);
  });

  test('a starter that passes leaves nothing to do', async () => {
    expect(await problemsOf({}, grading('# starter\n', {}))).toEqual([
      'starter.py:1: The starter passes every scenario.',
    ]);
  });

  test('two different verdicts on one sample are reported with the scenario that varies', async () => {
    const usual = fakeGrader();
    let n = 0;
    const grade: CheckingGrader['grade'] = async (request) => {
      const fresh = await usual.grade(request);
      return {
        ...fresh,
        scenarios: fresh.scenarios.map((one) => (one.visible ? one : { ...one, virtualNs: (n += 1) })),
      };
    };
    const problems = await problemsOf({}, { ...usual, grade });
    expect(problems).toContain(
      'solutions/passed/reference.py:1: Grading it twice gives two different verdicts, first in "hidden one".',
    );
  });
});

describe('scenarios', () => {
  test('one must be visible and one hidden', async () => {
    const allHidden = fakeGrader(BEHAVIOUR, [{ ...VISIBLE, visible: false }, HIDDEN]);
    expect(await problemsOf({}, allHidden)).toContain('scenarios.py:1: No scenario is visible.');
    const allVisible = fakeGrader(BEHAVIOUR, [VISIBLE, { ...HIDDEN, visible: true }]);
    expect(await problemsOf({}, allVisible)).toEqual(['scenarios.py:1: No scenario is hidden.']);
  });

  test('a hidden scenario that no wrong solution fails proves nothing, also when the starter fails it', async () => {
    const extra = { ...HIDDEN, name: { en: 'never fails', zh: '从不失败' }, line: 20 };
    const behaviour = { ...BEHAVIOUR, '# starter\n': { ...BEHAVIOUR['# starter\n'], 'never fails': {} } };
    expect(await problemsOf({}, fakeGrader(behaviour, [VISIBLE, HIDDEN, extra]))).toEqual([
      'scenarios.py:20: No wrong solution fails the hidden scenario "never fails".',
    ]);
  });

  test('names are unique and can be declared', async () => {
    const twice = fakeGrader(BEHAVIOUR, [VISIBLE, HIDDEN, { ...HIDDEN, line: 30 }]);
    expect(await problemsOf({}, twice)).toContain('scenarios.py:30: Two scenarios are called "hidden one".');
    const semicolon = fakeGrader(BEHAVIOUR, [{ ...VISIBLE, name: { en: 'a; b', zh: '甲' } }, HIDDEN]);
    expect(await problemsOf({}, semicolon)).toContain(
      'scenarios.py:3: The name "a; b" cannot be declared by a sample.',
    );
  });

  test('a broken scenarios.py is reported where it breaks', async () => {
    const outline = () => Promise.reject(new PackFault('SyntaxError: bad', { file: 'scenarios.py', line: 7 }));
    expect(await problemsOf({}, { ...fakeGrader(), outline })).toEqual(['scenarios.py:7: SyntaxError: bad.']);
  });

  test('trouble of the grader is not blamed on the pack', async () => {
    const grade = () => Promise.reject(new GraderFault('no interpreter'));
    await expect(problemsOf({}, { ...fakeGrader(), grade })).rejects.toThrow(GraderFault);
  });
});

describe('languages', () => {
  test('names and hints of scenarios are there in both', async () => {
    const grader = fakeGrader(BEHAVIOUR, [
      { ...VISIBLE, name: { en: 'visible one', zh: 'visible one' } },
      { ...HIDDEN, hint: null },
    ]);
    expect(await problemsOf({}, grader)).toEqual([
      'scenarios.py:3: The name of the scenario "visible one" has no Chinese text.',
      'scenarios.py:9: The scenario "hidden one" has no hint.',
    ]);
  });

  test('a statement in the wrong language is reported', async () => {
    expect(await problemsOf({ 'first/statement.zh.md': 'Do it.\n' })).toEqual([
      'statement.zh.md:1: The statement has no Chinese text.',
    ]);
    expect(await problemsOf({ 'first/statement.en.md': '做吧。\n' })).toEqual([
      'statement.en.md:1: The statement has no English text.',
    ]);
  });
});

describe('work done concurrently', () => {
  test('never exceeds the limit and keeps the order', async () => {
    let inFlight = 0;
    let peak = 0;
    const results = await mapConcurrently([5, 1, 4, 2, 3], 2, async (n) => {
      inFlight += 1;
      peak = Math.max(peak, inFlight);
      for (let turn = 0; turn < n; turn += 1) await Promise.resolve();
      inFlight -= 1;
      return n * 10;
    });
    expect(results).toEqual([50, 10, 40, 20, 30]);
    expect(peak).toBe(2);
  });
});
