// What a verdict says about wrong answers, wrong entries and calls at wrong moments: real runs, checked field by field.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grader } from '../grader.ts';
import type { ScenarioVerdict } from '../verdict/schema.ts';
import { makeExercise, openTestGrader, scenarioOf } from './open-test-grader.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

const SECOND = 1_000_000_000;
const HEAD = 'from overlap.judge import about, raises, raises_group, scenario\n@scenario("tested", zh="例")\n';

/** One scenario, its body given as lines; `world` and `submission` are there. */
async function runOne(body: readonly string[], source: string): Promise<ScenarioVerdict> {
  const scenarios = `${HEAD}async def tested(world, submission):\n    ${body.join('\n    ')}\n`;
  const exercise = makeExercise(scenarios);
  return scenarioOf(await grader.grade({ exercise, source, mode: 'all', audience: 'author' }), 'tested');
}

describe('what the submission writes and when', () => {
  const source = 'def write(log):\n    log.append("a")\n    log.append("b")\n';
  const wrote = (check: string) => runOne(['log = world.shared([])', 'submission.write(log)', check], source);

  test.each([
    ['assert log == ["a", "c"]', { code: 'wrong_list', position: 2, got: 2, expected: 2, entry: "'b'" }],
    ['assert log == ["a", "b", "c"]', { code: 'wrong_list', position: 3, got: 2, expected: 3, entry: null }],
    ['assert [] == log', { code: 'wrong_list', position: 1, got: 2, expected: 0, entry: null }],
    [
      'assert log.timed == [(0.0, "a"), (1.5, "b")]',
      { code: 'wrong_moment', position: 2, atNs: 0, expectedNs: 1.5 * SECOND },
    ],
    [
      'assert log.timed == [(0.0, "a"), (1.5, "c")]',
      { code: 'wrong_list', position: 2, got: 2, expected: 2, entry: "(0.0, 'b')" },
    ],
    ['assert log.timed == [(0.0, "a")]', { code: 'wrong_list', position: 2, got: 2, expected: 1, entry: null }],
    ['assert log == 5', { code: 'wrong_value', call: null }],
    ['assert not log', { code: 'wrong_value', call: null }],
  ])('%s', async (check, diagnosis) => {
    expect((await wrote(check)).diagnoses).toEqual([diagnosis]);
  });

  test('calls in another order', async () => {
    const both = 'async def both(a, b):\n    await b()\n    await a()\n';
    const body = ['a, b = world.service("a"), world.service("b")', 'await submission.both(a, b)'];
    const check = 'assert world.events == ["a starts", "a ends", "b starts", "b ends"]';
    expect((await runOne([...body, check], both)).diagnoses).toEqual([
      { code: 'wrong_event', after: null, got: 'b starts', expected: 'a starts' },
    ]);
    const less = 'assert world.events == ["b starts", "b ends", "a starts"]';
    expect((await runOne([...body, less], both)).diagnoses).toEqual([
      { code: 'wrong_event', after: 'a starts', got: 'a ends', expected: null },
    ]);
  });
});

describe('what the submission gives back', () => {
  const source = [
    'import asyncio',
    'async def late(fetch):',
    '    await asyncio.sleep(0.5)',
    '    await fetch(1)',
    'async def swapped():',
    '    return [2, 1, 1]',
  ].join('\n');
  const fetch = 'fetch = world.service("fetch", latency=1.0, reply=lambda n: n)';

  test.each([
    ['assert await submission.swapped() == [1, 1, 2]', { code: 'wrong_order' }],
    ['assert await submission.swapped() == [1, 2, 2]', { code: 'wrong_value', call: null, got: '[2, 1, 1]' }],
    ['assert await submission.swapped() == (1, 1, 2)', { code: 'wrong_value', call: null, got: '[2, 1, 1]' }],
  ])('%s', async (check, diagnosis) => {
    expect((await runOne([fetch, check], source)).diagnoses).toEqual([diagnosis]);
  });

  test.each([
    [
      'assert fetch.calls.begins == [0.0]',
      { code: 'wrong_call_time', edge: 'begin', service: 'fetch', position: 1, atNs: 0.5 * SECOND, expectedNs: 0 },
    ],
    [
      'assert fetch.calls.ends == [2.0]',
      {
        code: 'wrong_call_time',
        edge: 'end',
        service: 'fetch',
        position: 1,
        atNs: 1.5 * SECOND,
        expectedNs: 2 * SECOND,
      },
    ],
    [
      'assert fetch.calls.begins == [0.5, 1.0]',
      { code: 'wrong_count', of: 'calls', service: 'fetch', got: 1, expected: 2, line: 4 },
    ],
    ['assert not fetch.calls.begins', { code: 'wrong_value', call: null }],
  ])('%s', async (check, diagnosis) => {
    const verdict = await runOne([fetch, 'await submission.late(fetch)', check], source);
    expect(verdict.diagnoses).toEqual([diagnosis]);
  });
});

describe('answers that nobody has awaited', () => {
  const check = ['assert await submission.answer() == [1]'];
  const inner = 'import asyncio\nasync def inner():\n    return 1\n';
  test.each([
    ['tasks in a list', 'return [asyncio.create_task(inner())]', { kind: 'awaitable', name: 'Task', inside: true }],
    ['a gather', 'return asyncio.gather(inner())', { kind: 'awaitable', name: '_GatheringFuture', inside: false }],
  ])('%s', async (_, line, expected) => {
    const { diagnoses } = await runOne(check, `${inner}async def answer():\n    ${line}\n`);
    expect(diagnoses).toContainEqual({ code: 'answer_not_awaited', ...expected });
  });

  test('where a plain function is asked for', async () => {
    const { diagnoses } = await runOne(['assert submission.answer() == 1'], 'async def answer():\n    return 1\n');
    const name = 'answer';
    expect(diagnoses).toContainEqual({ code: 'answer_not_awaited', kind: 'coroutine', name, inside: false });
    const asked = await runOne(['assert not about(submission.inner).is_coroutine_function'], inner);
    expect(asked.diagnoses).toEqual([{ code: 'not_a_plain_function', name: 'inner' }]);
  });
});

describe('errors made from other errors', () => {
  const failing = (cause: string) =>
    `async def load():\n    try:\n        raise ValueError\n    except ValueError as error:\n        raise KeyError from ${cause}\n`;
  const expecting = (cause: string) => [`with raises(KeyError, cause=${cause}):`, '    await submission.load()'];

  test.each([
    ['OSError', 'error', { expected: 'OSError', got: 'ValueError' }],
    ['ValueError', 'None', { expected: 'ValueError', got: null }],
  ])('%s expected, made from %s', async (expected, given, names) => {
    const { diagnoses } = await runOne(expecting(expected), failing(given));
    expect(diagnoses).toContainEqual({ code: 'wrong_cause', error: 'KeyError', ...names });
  });

  test('the expected cause', async () => {
    expect((await runOne(expecting('ValueError'), failing('error'))).status).toBe('passed');
  });
});

test('a group with other errors in it than expected', async () => {
  const source = 'async def load():\n    raise ExceptionGroup("all", [OSError(), KeyError()])\n';
  const { diagnoses } = await runOne(
    ['with raises_group(OSError, ValueError):', '    await submission.load()'],
    source,
  );
  expect(diagnoses).toContainEqual({
    code: 'expected_exception',
    expected: 'ExceptionGroup(OSError, ValueError)',
    got: 'ExceptionGroup(OSError, KeyError)',
  });
});

test('a group that nobody has caught is told with the first error in it', async () => {
  const source =
    'async def load():\n    raise ExceptionGroup("all", [ExceptionGroup("some", [TypeError("no")]), OSError()])\n';
  expect((await runOne(['await submission.load()'], source)).diagnoses).toEqual([
    { code: 'exception', type: 'ExceptionGroup', message: 'all (2 sub-exceptions): TypeError: no', line: 2 },
  ]);
});

test('a call that ends cancelled although nobody has cancelled it', async () => {
  const source = 'import asyncio\nasync def load():\n    raise asyncio.CancelledError\n';
  for (const body of [['await submission.load()'], ['with raises(OSError):', '    await submission.load()']])
    expect(await runOne(body, source)).toMatchObject({
      status: 'errored',
      diagnoses: [{ code: 'exception', type: 'CancelledError', message: '', line: 3 }],
    });
});
