// What students are told of a failed check: what their code gave, sentences of the scenario's author, and what an
// exception came from. Hidden scenarios, graded for a student.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PackFault } from '../faults.ts';
import type { Grader } from '../grader.ts';
import type { Diagnosis } from '../verdict/schema.ts';
import { makeExercise, openTestGrader, scenarioOf } from './open-test-grader.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

const HEAD = 'from overlap.judge import about, raises, scenario, tell\n@scenario("tested", zh="例")\n';

async function told(body: readonly string[], source: string): Promise<Diagnosis[]> {
  const exercise = makeExercise(`${HEAD}async def tested(world, submission):\n    ${body.join('\n    ')}\n`);
  const verdict = await grader.grade({ exercise, source, mode: 'all', audience: 'student' });
  expect(scenarioOf(verdict, 'tested').message).toBeNull();
  return scenarioOf(verdict, 'tested').diagnoses;
}

describe('what the submission gave', () => {
  const source = 'import asyncio\ndef give(value):\n    return value\nclass Box:\n    pass\n';

  test.each([
    ['assert submission.give(4) == 5', '4'],
    ['got = submission.give(4)', '4', 'assert got is None'],
    ['assert submission.give(OSError("full")) == 1', "OSError('full')"],
    ['assert [submission.Box(), submission.give((1, "a"))] == []', "[<Box>, (1, 'a')]"],
    ['assert (submission.give(n) for n in ()) == 1', '<generator>'],
    ['assert [(submission.give(n) for n in (1,))][:] == [1]', '[<generator>]'],
    ['first, wanted = submission.give(4), 5', '4', 'for got in [first]:', '    assert [got][0] == wanted'],
    ['assert submission.give("x" * 500) == ""', `'${'x'.repeat(27)}...${'x'.repeat(28)}'`],
  ])('%s', async (line, got, ...more: string[]) => {
    const [diagnosis] = await told([line, ...more], source);
    expect(diagnosis).toEqual({ code: 'wrong_value', call: null, got });
  });

  test.each([
    'assert 5 == submission.give(4)',
    'assert world.secret(1) == submission.give(4)',
    'assert submission.give(4) != 4',
    'assert submission.give(4) is not submission.give(4)',
    'assert submission.Box() == 5',
    'assert not submission.give(4)',
    'wanted, got = 5, submission.give(4); assert wanted == got',
    'wanted = [5]; assert wanted[0] == submission.give(4)',
  ])('%s tells no value: it could be what was expected, or says nothing', async (line) => {
    expect(await told([line], source)).toEqual([{ code: 'wrong_value', call: null }]);
  });

  test('nothing in the place of every answer, and only then, asks for a return', async () => {
    const nothing = 'def f(n):\n    return [None] * n\n';
    expect(await told(['assert submission.f(2) == [1, 2]'], nothing)).toEqual([
      { code: 'answer_is_none', got: '[None, None]' },
    ]);
    expect(await told(['assert submission.f(1) == []'], nothing)).toEqual([
      { code: 'wrong_value', call: null, got: '[None]' },
    ]);
  });

  test('what should have been awaited is told although the service has not replied', async () => {
    const task = 'import asyncio\nasync def load(fetch):\n    return asyncio.create_task(fetch(1))\n';
    const body = [
      'fetch = world.service("fetch", latency=1.0)',
      'assert await submission.load(fetch) == fetch.replied(1)',
    ];
    expect(await told(body, task)).toMatchObject([{ code: 'answer_not_awaited', name: 'Task' }]);
    const coroutine = 'def load(fetch):\n    return [fetch(1)]\n';
    const never = [body[0] ?? '', 'assert submission.load(fetch) == [fetch.replied(1)]'];
    expect(await told(never, coroutine)).toMatchObject([
      { code: 'never_awaited', name: 'fetch', line: 2 },
      { code: 'wrong_count', service: 'fetch', got: 0, expected: 1 },
    ]);
  });
});

describe('a sentence of the author', () => {
  const sentence = 'tell("The loop is open.", zh="循环没有关闭。")';
  const said = { code: 'told', en: 'The loop is open.', zh: '循环没有关闭。' };

  test.each([
    `assert submission.x == 2, ${sentence}`,
    `assert submission.x > 1, ${sentence}`,
    `assert not submission.x, ${sentence}`,
  ])('%s', async (line) => {
    expect(await told([line], 'x = 1\n')).toEqual([said]);
  });

  test('stands before what the record tells, and gives way to what is truer', async () => {
    const late = 'import asyncio\nasync def f():\n    await asyncio.sleep(2)\n';
    expect(await told(['await submission.f()', `assert world.elapsed == 1.0, ${sentence}`], late)).toMatchObject([
      said,
      { code: 'wrong_time' },
    ]);
    expect(await told([`assert submission.f() == 1, ${sentence}`], late)).toMatchObject([
      { code: 'answer_not_awaited' },
    ]);
    expect(await told([`assert submission.f() == 1, ${sentence}`], 'def f():\n    pass\n')).toMatchObject([
      { code: 'answer_is_none' },
    ]);
  });

  test('without its Chinese half the pack is at fault, with the line', async () => {
    const exercise = makeExercise(`${HEAD}async def tested(world, submission):\n    assert submission.x, tell("no")\n`);
    const failing = grader.outline(exercise);
    await expect(failing).rejects.toBeInstanceOf(PackFault);
    await expect(failing).rejects.toMatchObject({ at: { file: 'scenarios.py', line: 4 } });
  });
});

describe('what an exception came from', () => {
  const raising = (body: string) =>
    `import asyncio\nclass Mine(Exception):\n    pass\ndef f():\n    try:\n        ${body}\n`;

  test.each([
    ['a cause', 'raise Mine("no") from error', 'Mine'],
    ['what was being handled when one of the submission’s own was raised', 'raise Mine("no")', 'Mine'],
    ['the first of a group', 'raise OSError("no") from ExceptionGroup("all", [error])', 'OSError'],
  ])('%s', async (_, raise, type) => {
    const source = `${raising('"1" + 1')}    except Exception as error:\n        ${raise}\n`;
    expect(await told(['submission.f()'], source)).toMatchObject([
      { code: 'exception', type, line: 8, cause: { type: 'TypeError', line: 6 } },
    ]);
  });

  test.each([
    ['it was hidden', 'raise Mine("no") from None'],
    ['the error is Python’s own', 'raise OSError("no")'],
  ])('nothing where %s', async (_, raise) => {
    const source = `${raising('"1" + 1')}    except Exception:\n        ${raise}\n`;
    const [diagnosis] = await told(['submission.f()'], source);
    expect(diagnosis).not.toHaveProperty('cause');
  });
});

test('the function that was called last is the one that must be an async def', async () => {
  const source = 'def timed(report):\n    def wrapper():\n        pass\n    return wrapper\n';
  expect(await told(['await submission.timed([])()'], source)).toEqual([
    { code: 'not_a_coroutine_function', name: 'wrapper' },
  ]);
});
