// What a verdict says about submissions that fail in the ways students' do: real runs, checked field by field.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PackFault } from '../faults.ts';
import type { GradeRequest, Grader } from '../grader.ts';
import type { ScenarioVerdict, Verdict } from '../verdict/schema.ts';
import { makeExercise, openTestGrader, scenarioOf } from './open-test-grader.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

const SECOND = 1_000_000_000;
const HEAD = 'import asyncio\nfrom overlap.judge import about, raises, scenario\n';

/** One scenario, its body given as lines; `world` and `submission` are there. */
function scenario(body: readonly string[], options = ''): string {
  return `${HEAD}@scenario("tested", zh="例"${options})\nasync def tested(world, submission):\n    ${body.join('\n    ')}\n`;
}

async function grade(scenarios: string, source: string, request: Partial<GradeRequest> = {}): Promise<Verdict> {
  return grader.grade({ exercise: makeExercise(scenarios), source, mode: 'all', audience: 'author', ...request });
}

async function runOne(body: readonly string[], source: string, options = ''): Promise<ScenarioVerdict> {
  return scenarioOf(await grade(scenario(body, options), source), 'tested');
}

describe('assertions', () => {
  test('tell both sides', async () => {
    const verdict = await runOne(['assert submission.answer() == [1, 2]'], 'def answer():\n    return [2, 1]\n');
    expect(verdict).toMatchObject({ status: 'failed', diagnoses: [{ code: 'wrong_order' }] });
    expect(verdict.message).toBe('assert submission.answer() == [1, 2]\n  left:  [2, 1]\n  right: [1, 2]');
  });

  test('tell the scenario’s own words where it gives some', async () => {
    const verdict = await runOne(
      ['assert submission.answer() == 1, "the answer is one"'],
      'def answer():\n    return 2\n',
    );
    expect(verdict.message).toMatch(/^the answer is one\n/);
  });

  test.each([
    'assert not submission.answer()',
    'assert submission.answer() in (3, 4)',
    'assert submission.answer() is None',
  ])('%s', async (line) => {
    const verdict = await runOne([line], 'def answer():\n    return 2\n');
    expect([verdict.status, verdict.message?.split('\n')[0], verdict.message?.includes('2')]).toEqual([
      'failed',
      line,
      true,
    ]);
  });

  test('of the scenario’s own mistakes the submission is not blamed with an exception of its own', async () => {
    const verdict = await runOne(['assert submission.answer()["key"] == 1'], 'def answer():\n    return None\n');
    expect(verdict).toMatchObject({ status: 'failed', exception: null, diagnoses: [{ code: 'answer_is_none' }] });
  });

  test('waiting for what a plain def returned says that it must be an async def', async () => {
    const verdict = await runOne(['assert await submission.answer() == [1]'], 'def answer():\n    return [1]\n');
    const diagnoses = [{ code: 'not_a_coroutine_function', name: 'answer' }];
    expect(verdict).toMatchObject({ status: 'failed', exception: null, diagnoses });
  });

  test('a byte order mark at the beginning of a file is no mistake', async () => {
    const verdict = await runOne(['assert submission.answer() == 1'], '\ufeffdef answer():\n    return 1\n');
    expect(verdict.status).toBe('passed');
  });
});

describe('what students may see', () => {
  const scenarios = `${HEAD}
@scenario("shown", zh="例", visible=True, hint="Look.", hint_zh="看。")
async def shown(world, submission):
    assert await submission.answer() == "expected value"

@scenario("hidden", zh="例", hint="Think.", hint_zh="想。")
async def hidden(world, submission):
    assert await submission.answer() == "expected value"
`;
  const source = 'async def answer():\n    print("printed")\n    return 1\n';

  test('of a visible scenario: message, output, hint; of a hidden one: the hint alone', async () => {
    const verdict = await grade(scenarios, source, { audience: 'student' });
    expect(scenarioOf(verdict, 'shown')).toMatchObject({ stdout: 'printed\n', hint: { en: 'Look.', zh: '看。' } });
    expect(scenarioOf(verdict, 'shown').message).toContain('expected value');
    expect(scenarioOf(verdict, 'hidden')).toMatchObject({
      message: null,
      stdout: null,
      hint: { en: 'Think.', zh: '想。' },
    });
    expect(JSON.stringify(scenarioOf(verdict, 'hidden'))).not.toContain('expected value');
  });

  test('authors see everything', async () => {
    const verdict = await grade(scenarios, source);
    expect(scenarioOf(verdict, 'hidden').message).toContain('expected value');
    expect(scenarioOf(verdict, 'hidden').stdout).toBe('printed\n');
  });

  test('a run holds the visible scenarios only', async () => {
    const verdict = await grade(scenarios, source, { mode: 'visible' });
    expect(verdict.scenarios.map(({ name }) => name.en)).toEqual(['shown']);
    expect(verdict.score).toEqual({ earned: 0, possible: 1 });
  });
});

describe('exceptions of the submission', () => {
  test('say, too, what stopped everything before', async () => {
    const source = 'import time\nasync def answer():\n    await time.sleep(1)\n';
    const { diagnoses } = await runOne(['await submission.answer()'], source);
    expect(diagnoses.map(({ code }) => code)).toEqual(['exception', 'blocked_loop']);
  });

  test('come with the student’s frames and line only', async () => {
    const source = 'def inner(value):\n    return value["key"]\n\nasync def answer():\n    return inner({})\n';
    const verdict = await runOne(['await submission.answer()'], source);
    expect(verdict).toMatchObject({
      status: 'errored',
      diagnoses: [{ code: 'exception', type: 'KeyError', message: "'key'", line: 2 }],
      exception: {
        type: 'KeyError',
        frames: [
          { file: 'submission.py', line: 5, function: 'answer', text: 'return inner({})' },
          { file: 'submission.py', line: 2, function: 'inner', text: 'return value["key"]' },
        ],
      },
    });
  });

  test('another one than expected, or none', async () => {
    const body = ['with raises(ValueError):', '    await submission.answer()'];
    const other = await runOne(body, 'async def answer():\n    raise KeyError("k")\n');
    expect(other.diagnoses).toContainEqual({ code: 'expected_exception', expected: 'ValueError', got: 'KeyError' });
    const none = await runOne(body, 'async def answer():\n    pass\n');
    expect(none.diagnoses).toContainEqual({ code: 'expected_exception', expected: 'ValueError', got: null });
  });

  test('sys.exit ends the run with a verdict', async () => {
    const verdict = await runOne(['await submission.answer()'], 'import sys\nasync def answer():\n    sys.exit(3)\n');
    expect(['killed', 'errored']).toContain(verdict.status);
  });
});

describe('names', () => {
  test('that are missing', async () => {
    const verdict = await runOne(['await submission.answer()'], 'x = 1\n');
    expect(verdict).toMatchObject({ status: 'failed', diagnoses: [{ code: 'missing_name', name: 'answer' }] });
  });

  test('that are not async', async () => {
    const verdict = await runOne(['submission.require_async("answer")'], 'def answer():\n    pass\n');
    expect(verdict.diagnoses).toEqual([{ code: 'not_a_coroutine_function', name: 'answer' }]);
  });
});

describe('what does not load', () => {
  test.each([
    ['a syntax error', 'x = 1\nasync def f(:\n    pass\n', 'SyntaxError', 2],
    ['an import error', 'import asyncio\n\nimport nothing_of_that_name\n', 'ModuleNotFoundError', 3],
    ['an exception on the way', 'def f():\n    return 1 / 0\n\nf()\n', 'ZeroDivisionError', 2],
    ['an indentation error', 'def f():\nreturn 1\n', 'IndentationError', 2],
    ['a null byte', 'x = 1\0\n', 'SyntaxError', null],
  ])('%s, with its line', async (_, source, type, line) => {
    const verdict = await grade(scenario(['pass']), source);
    expect(verdict).toMatchObject({ status: 'errored', scenarios: [], score: { earned: 0, possible: 1 } });
    expect(verdict.error?.diagnosis).toMatchObject({ code: 'does_not_import', type });
    if (line !== null) expect(verdict.error?.diagnosis).toMatchObject({ line });
  });

  test('a loop at the top of the file', async () => {
    const exercise = makeExercise(scenario(['pass']), { limits: { cpuMs: 300 } });
    const verdict = await grade('', 'while True:\n    pass\n', { exercise });
    expect(verdict).toMatchObject({
      status: 'errored',
      error: { diagnosis: { code: 'resource_limit', resource: 'cpu' } },
    });
  });
});

describe('time and waiting', () => {
  test('one after another is recognised, with its line', async () => {
    const source = 'async def load(fetch):\n    return [await fetch(n) for n in range(5)]\n';
    const body = [
      'users = world.service("users", latency=1.0)',
      'await submission.load(users)',
      'assert world.elapsed == 1.0',
    ];
    expect((await runOne(body, source)).diagnoses).toEqual([
      { code: 'serial', service: 'users', calls: 5, tookNs: 5 * SECOND, possibleNs: SECOND, line: 2 },
    ]);
  });

  test('a blocked loop is recognised, with its line and those who waited', async () => {
    const source =
      'import asyncio, time\nasync def other():\n    await asyncio.sleep(1)\nasync def answer():\n' +
      '    tasks = [asyncio.create_task(other()) for _ in range(3)]\n    await asyncio.sleep(0)\n    time.sleep(2)\n' +
      '    await asyncio.gather(*tasks)\n';
    const verdict = await runOne(['await submission.answer()', 'assert not world.blocked'], source);
    expect(verdict.diagnoses).toEqual([
      { code: 'blocked_loop', by: 'time.sleep', line: 7, ns: 2 * SECOND, waiting: 3 },
    ]);
    expect(verdict.timeline?.blocked).toMatchObject([{ by: 'time.sleep', line: 7, beginNs: 0, endNs: 2 * SECOND }]);
  });

  test('a coroutine never awaited is recognised, with its line', async () => {
    const source = 'async def save():\n    pass\n\nasync def answer():\n    save()\n    return 1\n';
    const verdict = await runOne(['await submission.answer()', 'assert not world.never_awaited'], source);
    expect(verdict.diagnoses[0]).toEqual({ code: 'never_awaited', name: 'save', line: 5 });
  });

  test('coroutines handed to the scenario without being awaited are named, what the scenario itself had not awaited yet is not', async () => {
    const source =
      'async def save():\n    pass\n\ndef answer():\n    return [save()]\n\nasync def later():\n    pass\n';
    const body = ['waiting = submission.later()', 'assert submission.answer() == [1]', 'await waiting'];
    const verdict = await runOne(body, source);
    expect(verdict.diagnoses).toEqual([{ code: 'never_awaited', name: 'save', line: 5 }]);
  });

  test('tasks left running are recognised, with the line that made them', async () => {
    const source =
      'import asyncio\nasync def beat():\n    await asyncio.sleep(99)\n\nasync def answer():\n    asyncio.create_task(beat())\n    await asyncio.sleep(1)\n';
    const verdict = await runOne(['await submission.answer()', 'assert not world.leaked_tasks'], source);
    expect(verdict.diagnoses).toEqual([{ code: 'tasks_left', count: 1, names: ['beat'], line: 6 }]);
  });

  test('more at once than allowed is recognised', async () => {
    const source = 'import asyncio\nasync def load(fetch):\n    await asyncio.gather(*(fetch(n) for n in range(5)))\n';
    const body = [
      'users = world.service("users", latency=1.0)',
      'await submission.load(users)',
      'assert users.peak <= 2',
    ];
    expect((await runOne(body, source)).diagnoses).toEqual([
      { code: 'limit_exceeded', service: 'users', peak: 5, limit: 2, line: 3 },
    ]);
  });

  test('a deadlock says what each task waited for', async () => {
    const source =
      'import asyncio\nasync def worker(queue):\n    await queue.get()\n\nasync def answer():\n' +
      '    await worker(asyncio.Queue())\n';
    const verdict = await runOne(['await submission.answer()'], source);
    expect(verdict.status).toBe('deadlocked');
    expect(verdict.diagnoses).toMatchObject([
      { code: 'deadlock', waiting: [{ task: 'answer', on: 'Queue.get', line: 3 }] },
    ]);
  });

  test('the deadline ends what would take for ever', async () => {
    const source = 'import asyncio\nasync def answer():\n    while True:\n        await asyncio.sleep(1)\n';
    const verdict = await runOne(['await submission.answer()'], source, ', deadline=30');
    expect(verdict).toMatchObject({ status: 'out_of_time', virtualNs: 30 * SECOND });
    expect(verdict.diagnoses).toEqual([{ code: 'out_of_time', deadlineNs: 30 * SECOND, line: 4 }]);
  });

  test('the first seed that fails is named', async () => {
    const body = ['submission.answer()', 'assert world.random.randrange(10**6) < 0 or world._seed < 3'];
    const verdict = await runOne(body, 'def answer():\n    pass\n', ', seeds=5');
    expect([verdict.status, verdict.failingSeed]).toEqual(['failed', 3]);
  });
});

describe('counts, sets and questions of form', () => {
  const source =
    'import asyncio, time\nasync def load(fetch):\n    await asyncio.to_thread(time.sleep, 1)\n' +
    '    return await asyncio.wait({asyncio.create_task(fetch(n)) for n in range(3)}, timeout=0.5)\ndef plain():\n    pass\n';
  const loading = ['users = world.service("users", latency=9.0)', 'await submission.load(users)'];

  test.each([
    [
      'assert users.call_count == 1',
      { code: 'wrong_count', of: 'calls', service: 'users', got: 3, expected: 1, line: 4 },
    ],
    [
      'assert world.thread_calls == 0',
      { code: 'wrong_count', of: 'threads', service: null, got: 1, expected: 0, line: 3 },
    ],
    ['assert world.cancelled == {"users"}', { code: 'wrong_cancellation', missing: ['users'], extra: [] }],
    ['assert world.peak <= 2', { code: 'limit_exceeded', service: '', peak: 3, limit: 2, line: 4 }],
    ['assert not world.trouble', { code: 'tasks_left', count: 3, names: ['users', 'users', 'users'], line: 4 }],
    ['assert users.order == [0]', { code: 'wrong_value', call: null, got: '[0, 1, 2]' }],
  ])('%s', async (line, diagnosis) => {
    expect((await runOne([...loading, line], source)).diagnoses).toEqual([diagnosis]);
  });

  test('a plain function where a coroutine function is asked for', async () => {
    const scenarios = scenario(['assert about(submission.plain).is_coroutine_function']).replace('raises,', 'about,');
    const verdict = scenarioOf(await grade(scenarios, source), 'tested');
    expect(verdict.diagnoses).toEqual([{ code: 'not_a_coroutine_function', name: 'plain' }]);
  });

  test('a plain function where a task is to be made', async () => {
    const verdict = await runOne(['await asyncio.create_task(submission.plain())'], source);
    expect(verdict.diagnoses).toEqual([{ code: 'not_a_coroutine_function', name: 'plain' }]);
  });

  test('a call that has not come back when the scenario wants to look', async () => {
    const blocking = 'import time\nasync def nap():\n    time.sleep(3)\n';
    const verdict = await runOne(['await submission.nap()', 'await world.until(1.0)'], blocking);
    expect(verdict.diagnoses).toEqual([
      { code: 'blocked_loop', by: 'time.sleep', line: 3, ns: 3 * SECOND, waiting: 0 },
    ]);
  });
});

describe('packs that are at fault', () => {
  test.each([
    ['a syntax error', 'def (:\n', 1],
    ['an error while loading', `${HEAD}\nx = 1 / 0\n`, 4],
    ['two scenarios of one name', scenario(['pass']) + scenario(['pass']).replace(HEAD, ''), 6],
  ])('%s in scenarios.py is a fault of the pack, with its line', async (_, scenarios, line) => {
    const failing = grade(scenarios, 'x = 1\n');
    await expect(failing).rejects.toBeInstanceOf(PackFault);
    await expect(failing).rejects.toMatchObject({ at: { file: 'scenarios.py', line } });
  });

  test('a scenario without a Chinese name is graded; saying so is for the check of packs', async () => {
    const scenarios = `${HEAD}@scenario("tested", hint="Think.")\nasync def tested(world, submission):\n    assert submission.x == 2\n`;
    expect(scenarioOf(await grade(scenarios, 'x = 1\n'), 'tested').status).toBe('failed');
  });
});
