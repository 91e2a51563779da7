// Warnings and exceptions that reached nobody: what a student reads of them, asked for by the scenario or not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grader } from '../grader.ts';
import { diagnosisSentence } from '../verdict/sentences.ts';
import { makeExercise, openTestGrader, scenarioOf } from './open-test-grader.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

async function diagnosesOf(source: string, ...body: string[]) {
  const head = '@scenario("tested", zh="例")\nasync def tested(world, submission):';
  const scenarios = `from overlap.judge import scenario\n${head}\n    ${body.join('\n    ')}\n`;
  const exercise = makeExercise(scenarios, { limits: { virtualSeconds: 60 } });
  const verdict = await grader.grade({ exercise, source, mode: 'all', audience: 'student' });
  return scenarioOf(verdict, 'tested').diagnoses.map((one) => diagnosisSentence(one, 'en'));
}

const LOSES_A_TASK = `import asyncio
async def fail():
    raise ValueError("no such user")
async def answer():
    asyncio.create_task(fail())
    await asyncio.sleep(1)
    return 1
`;
const NEVER_RETRIEVED =
  'A task’s exception was never retrieved: `ValueError` on line 3: no such user. Await the task, or handle the error inside it.';

describe('an exception that reached nobody', () => {
  test('explains a wrong answer that the scenario did not expect of it', async () => {
    expect(await diagnosesOf(LOSES_A_TASK, 'assert await submission.answer() == 2')).toEqual([NEVER_RETRIEVED]);
  });

  test('is told once where the scenario wants none', async () => {
    const body = ['await submission.answer()', 'assert not world.unhandled'];
    expect(await diagnosesOf(LOSES_A_TASK, ...body)).toEqual([NEVER_RETRIEVED]);
  });

  test('explains a deadlock, also when the failed task is still held by somebody', async () => {
    const source = `import asyncio
async def worker(queue):
    while True:
        item = await queue.get()
        10 / item
        queue.task_done()
async def answer():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(queue))]
    queue.put_nowait(0)
    await queue.join()
`;
    const [deadlock, failed] = await diagnosesOf(source, 'await submission.answer()');
    expect(deadlock).toMatch(/^Deadlock: .*`answer` was waiting .*on line 11\./);
    expect(failed).toContain('A task’s exception was never retrieved: `ZeroDivisionError` on line 5');
  });

  test('explains why time ran out', async () => {
    const source = `import asyncio
async def fail(event):
    {}["key"]
async def answer():
    event = asyncio.Event()
    task = asyncio.create_task(fail(event))
    while not event.is_set():
        await asyncio.sleep(1)
`;
    const told = await diagnosesOf(source, 'await submission.answer()');
    expect(told).toEqual([
      'Your code had not finished after 60.0 s of virtual time (line 8). Does it wait or repeat for ever?',
      "A task’s exception was never retrieved: `KeyError` on line 3: 'key'. Await the task, or handle the error inside it.",
    ]);
  });

  test('is no finding where it was handled', async () => {
    const source = LOSES_A_TASK.replace(
      '    asyncio.create_task(fail())',
      '    t = asyncio.create_task(fail())',
    ).replace('    return 1', '    try:\n        await t\n    except ValueError:\n        return 1');
    expect(await diagnosesOf(source, 'assert await submission.answer() == 1', 'assert not world.unhandled')).toEqual(
      [],
    );
  });
});

describe('warnings', () => {
  const RETURNS = 'def answer():\n    try:\n        return 1 / 0\n    finally:\n        return 2\n';
  const SYNTAX = "Python warns on line 5: `SyntaxWarning`: 'return' in a 'finally' block";

  test('are told with their line', async () => {
    expect(await diagnosesOf(RETURNS, 'assert not world.warnings')).toEqual([SYNTAX]);
  });

  test('of the compiler cannot be hidden by the submission', async () => {
    const hiding = `${RETURNS}
from overlap import _mishaps
_mishaps.warned.clear()
import warnings
warnings.simplefilter("ignore")
`;
    expect(await diagnosesOf(hiding, 'assert not world.warnings')).toEqual([SYNTAX]);
  });

  test('about a coroutine never awaited have a sentence of their own, told once', async () => {
    const source = 'async def save():\n    pass\nasync def answer():\n    save()\n';
    expect(await diagnosesOf(source, 'await submission.answer()', 'assert not world.warnings')).toEqual([
      '`save()` on line 4 was never awaited, so its body did not run.',
    ]);
  });

  test('are not told where the scenario does not ask for them', async () => {
    expect(await diagnosesOf(RETURNS, 'assert submission.answer() == 3')).toEqual([
      'The answer is not the expected one: `2`.',
    ]);
  });
});
