// Every limit ends in a verdict that names the place and the way out, in both languages; odd texts are graded like others.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grader } from '../grader.ts';
import type { Diagnosis } from '../verdict/schema.ts';
import { diagnosisSentence } from '../verdict/sentences.ts';
import { makeExercise, openTestGrader } from './open-test-grader.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await openTestGrader();
});
afterAll(() => grader.close());

interface Told {
  readonly status: string;
  readonly diagnosis: Diagnosis | undefined;
  readonly en: string;
  readonly zh: string;
}

/** Grades a text on one scenario whose body is given; there is a service `fetch` that takes no time. */
async function tell(source: string, body = 'await submission.f()', limits: object = {}): Promise<Told> {
  const scenarios = `import math
from overlap.judge import scenario
@scenario("tested", zh="例")
async def tested(world, submission):
    fetch = world.service("fetch", latency=0.0, reply=lambda *given: None)
    ${body.split('\n').join('\n    ')}
`;
  const exercise = makeExercise(scenarios, { limits: { cpuMs: 3_000, virtualSeconds: 60, outputKb: 4, ...limits } });
  const { error, scenarios: ended } = await grader.grade({ exercise, source, mode: 'all', audience: 'student' });
  const status = error ? 'errored' : (ended[0]?.status ?? '');
  const diagnosis = error ? error.diagnosis : ended[0]?.diagnoses[0];
  const say = (locale: 'en' | 'zh') => (diagnosis ? diagnosisSentence(diagnosis, locale) : '');
  return { status, diagnosis, en: say('en'), zh: say('zh') };
}

const turns = (...lines: string[]) => ['import asyncio', ...lines, ''].join('\n');

describe('turning at one instant for ever ends with the line that turns', () => {
  test.each([
    ['a task', 4, turns('async def f():', '    while True:', '        await asyncio.sleep(0)'), 'await submission.f()'],
    [
      'callbacks',
      2,
      turns('def again(loop):', '    loop.call_soon(again, loop)', 'async def f():') +
        '    again(asyncio.get_running_loop())\n    await asyncio.sleep(5)\n',
      'await submission.f()',
    ],
    [
      'a loop of its own',
      4,
      turns('async def g():', '    while True:', '        await asyncio.sleep(0)', 'def f():', '    asyncio.run(g())'),
      'submission.f()',
    ],
    [
      'calls that take no time',
      3,
      turns('async def f(g):', '    while await g() is None: pass'),
      'await submission.f(fetch)',
    ],
    [
      'turns between calls that take no time',
      6,
      turns('async def f(g):', '    while True:', '        await g()', '        for n in range(900):') +
        '            await asyncio.sleep(0)\n',
      'await submission.f(fetch)',
    ],
    [
      'while the file is loaded',
      4,
      turns('async def g():', '    while True:', '        await asyncio.sleep(0)', 'asyncio.run(g())'),
      'pass',
    ],
  ])('%s', async (_, line, source, body) => {
    const { diagnosis, en, zh } = await tell(source, body, { cpuMs: 20_000 });
    expect(diagnosis).toEqual({ code: 'resource_limit', resource: 'steps', line });
    expect(en).toBe(
      `The event loop went round and round without time going on (line ${line}). Wait for what you need, instead of asking again and again.`,
    );
    expect(zh).toBe(`事件循环一直空转，时间却没有前进（第 ${line} 行）。请等待你需要的东西，不要反复查询。`);
  });

  test('many turns that have an end are no such thing', async () => {
    const source = turns(
      'async def f():',
      '    for n in range(9_000):',
      '        await asyncio.sleep(0)',
      '    return n',
    );
    expect((await tell(source, 'assert await submission.f() == 8_999', { cpuMs: 20_000 })).status).toBe('passed');
  });
});

describe('the processor limit names the loop that nothing can end', () => {
  const LIMIT = { cpuMs: 200 };
  test.each([
    ['a loop without a way out', 3, 'def f():\n    n = 0\n    while True:\n        n += 1\n'],
    ['a loop that waits for a variable', 3, 'def f():\n    done = False\n    while not done:\n        pass\n'],
    ['a loop that waits for the clock', 3, 'import time\ndef f():\n    while time.time() < 9e99:\n        pass\n'],
    ['a loop in a file that does not load', 1, 'while True:\n    pass\n'],
    ['nothing but a call', null, 'def f():\n    return sum(range(10**12))\n'],
    ['two loops', null, 'def f():\n    while True:\n        pass\n    while True:\n        pass\n'],
    ['a loop with a way out', null, 'def f():\n    while True:\n        if 0: break\n'],
    ['a loop over what changes', null, 'def f():\n    n = 0\n    while n < 10:\n        n -= 1\n'],
  ])('%s', async (_, line, source) => {
    const { diagnosis, en, zh } = await tell(source, 'submission.f()', LIMIT);
    expect(diagnosis).toEqual({ code: 'resource_limit', resource: 'cpu', line });
    const place = { en: `Look at the loop on line ${line}:`, zh: `请看第 ${line} 行的循环` };
    expect(en).toContain(line === null ? 'Is there a loop that never finishes?' : place.en);
    expect(zh).toContain(line === null ? '是不是有循环永远不会结束？' : place.zh);
  });
});

describe('other limits', () => {
  test.each([
    ['memory', 3, 'async def f():\n    kept = []\n    while True: kept.append(bytes(10_000_000))\n'],
    ['memory', 2, 'async def f():\n    return "x" * 10**9\n'],
    ['memory', 1, 'x = bytes(10**9)\n'],
    ['output', 3, 'async def f():\n    while True:\n        print("again")\n'],
    ['output', 1, 'while True: print("again")\n'],
    [
      'messages',
      4,
      'from overlap import service\nasync def f():\n    for n in range(20):\n        await service("fetch")("x" * 3_000_000)\n',
    ],
    ['exit', 3, 'import os\nasync def f():\n    os._exit(1)\n'],
    ['exit', 2, 'import os\nos.abort()\n'],
    ['exit', 3, 'import sys\nasync def f():\n    sys.exit()\n'],
    ['exit', 3, 'import sys, asyncio\nasync def g():\n    sys.exit()\nasync def f():\n    await asyncio.gather(g())\n'],
  ])('%s, on line %i', async (resource, line, source) => {
    const { diagnosis, en, zh } = await tell(source, 'await submission.f()', { cpuMs: 20_000 });
    expect(diagnosis).toEqual({ code: 'resource_limit', resource, line });
    expect(en).toMatch(new RegExp(`\\(line ${line}\\)\\. \\S`));
    expect(zh).toMatch(new RegExp(`（第 ${line} 行）。\\S`));
  });

  test('the virtual deadline', async () => {
    const source = turns('async def f():', '    while True:', '        await asyncio.sleep(1)');
    expect((await tell(source)).diagnosis).toEqual({ code: 'out_of_time', deadlineNs: 60e9, line: 4 });
  });

  test('recursion', async () => {
    const source = 'def g():\n    return g()\nasync def f():\n    return g()\n';
    expect((await tell(source)).en).toBe(
      'Your code raised `RecursionError` on line 2: maximum recursion depth exceeded',
    );
  });

  test.each([
    ['many values', 'return list(range(10**6))'],
    ['a long text', 'return "x" * 10**7'],
    ['a deep value', 'x = []\n    for _ in range(1000): x = [x]\n    return x'],
    ['a value that contains itself', 'x = []\n    x.append(x)\n    return x'],
  ])('returning %s', async (_, body) => {
    const { status, en, zh } = await tell(`async def f():\n    ${body}\n`);
    expect(status).toBe('errored');
    expect(en).toMatch(/^A value could not be handed over: .* Hand over less, or plain data\.$/);
    expect(zh).toMatch(/^有一个值无法传递：.*。请传递更少的内容，或者普通数据。$/);
  });

  test('a trace that is longer than a verdict may be', async () => {
    const source = turns('async def f():', '    await asyncio.gather(*(asyncio.sleep(n) for n in range(5_000)))');
    const scenarios = 'from overlap.judge import scenario\n@scenario("tested", zh="例", deadline=9999)\n';
    const exercise = makeExercise(`${scenarios}async def tested(world, submission):\n    await submission.f()\n`);
    const verdict = await grader.grade({ exercise, source, mode: 'all', audience: 'student' });
    expect(verdict.status).toBe('passed');
    expect(verdict.scenarios[0]?.timeline).toMatchObject({ truncated: true });
    expect(JSON.stringify(verdict).length).toBeLessThan(200_000);
  });
});

describe('values that are easily lost', () => {
  test.each([
    [
      'NaN, infinities and negative zero',
      '[float("nan"), float("inf"), -float("inf"), -0.0]',
      'math.isnan(got[0]) and got[1:3] == [math.inf, -math.inf] and math.copysign(1, got[3]) == -1',
    ],
    ['halves of surrogate pairs', '["\\ud800", "a\\udcff\\x00b"]', 'got == ["\\ud800", "a\\udcff\\x00b"]'],
    ['bytes that are no UTF-8', 'b"\\xff\\x00\\xfe"', 'got == b"\\xff\\x00\\xfe"'],
    ['large integers', '[2**53, -2**64, 10**4000]', 'got == [2**53, -2**64, 10**4000]'],
  ])('%s', async (_, value, check) => {
    const told = await tell(
      `async def f():\n    print(${value})\n    return ${value}\n`,
      `got = await submission.f()\nassert ${check}`,
      { outputKb: 64 },
    );
    expect(told.en + told.status).toBe('passed');
  });
});

describe('texts', () => {
  const RETURNS = 'async def f():\n    return 1\n';
  test.each([
    ['with CRLF', RETURNS.replaceAll('\n', '\r\n')],
    ['with CR', RETURNS.replaceAll('\n', '\r')],
    ['with tabs', RETURNS.replace('    ', '\t')],
    ['with a form feed', RETURNS.replace('    ', '\f    ')],
    ['with a byte order mark', `\ufeff${RETURNS}`],
    ['that claim another encoding', `# -*- coding: latin-1 -*-\n${RETURNS}x = "é€"\nassert len(x) == 2\n`],
    ['that claim an encoding nobody knows', `# -*- coding: klingon -*-\n${RETURNS}`],
    ['without a final line feed', RETURNS.trimEnd()],
    ['with a very long line', `x = "${'y'.repeat(60_000)}"\n${RETURNS}`],
    ['of 64 KB', RETURNS + '#'.repeat(64 * 1024 - RETURNS.length)],
    ['that hide what they import', `import asyncio\nasyncio = sum = list = len = dict = print = 3\n${RETURNS}`],
    ['with a main part', `${RETURNS}if __name__ == "__main__":\n    raise SystemExit\n`],
    ['that run themselves', `import asyncio\n${RETURNS}asyncio.run(f())\n`],
    ['with future imports', `from __future__ import annotations\nasync def f(x: Nothing = 0):\n    return 1\n`],
  ])('%s are graded', async (_, source) => {
    expect(await tell(source, 'assert await submission.f() == 1')).toMatchObject({ status: 'passed' });
  });

  test.each([
    ['tabs and spaces mixed', 'def f():\n\tif 1:\n        return 1\n', 'TabError', 3],
    ['a control character', 'y = 1\nx = 1\u0001\n', 'SyntaxError', 2],
    ['a space of another kind', 'y = 1\nx =\u00a01\n', 'SyntaxError', 2],
    ['brackets of another kind', 'x = （1）\n', 'SyntaxError', 1],
    ['too many brackets', `y = 1\nx = ${'('.repeat(300)}${')'.repeat(300)}\n`, 'SyntaxError', 2],
    ['half a surrogate pair', 'y = 1\nx = "\ud800"\n', 'UnicodeEncodeError', 2],
    ['an end on import', 'import sys\nsys.exit("done")\n', 'SystemExit', 2],
  ])('with %s are refused with their line', async (_, source, type, line) => {
    const { status, diagnosis, en, zh } = await tell(source);
    expect(status).toBe('errored');
    expect(diagnosis).toMatchObject({ code: 'does_not_import', type, line });
    expect([en, zh]).toEqual([expect.stringContaining(`line ${line}`), expect.stringContaining(`第 ${line} 行`)]);
  });

  test('longer than the limit never reach an interpreter', async () => {
    await expect(tell('#'.repeat(64 * 1024 + 1))).rejects.toThrow('longer than the limit');
  });
});

test('memory that grows while the one side waits for the other is no end', async () => {
  const source = `kept = []
def grow(size):
    kept.append(bytearray(size))
    return len(kept)
def f(callback):
    return [callback(30_000_000) for _ in range(3)]
`;
  const told = await tell(source, 'assert submission.f(lambda size: submission.grow(size)) == [1, 2, 3]');
  expect(told.en + told.status).toBe('passed');
});

describe('a text that is made to break whoever reads it', () => {
  const DEEP = `async def f():\n    return 1\nx = 0${'+1'.repeat(3_000)}\n`;
  test.each([
    ['reads its tree', 'assert submission.tree'],
    ['asks for warnings', 'assert not world.warnings'],
  ])('is the end of its own run where the scenario %s', async (_, body) => {
    const told = await tell(DEEP, `${body}\nassert await submission.f() == 2`, { cpuMs: 20_000 });
    expect(['killed', 'failed', 'errored']).toContain(told.status);
  });

  test('does no harm to the next one', async () => {
    const told = await tell(
      'async def f():\n    return 1\n',
      'assert submission.tree\nassert await submission.f() == 1',
    );
    expect(told.status).toBe('passed');
  });
});

test('an endless loop says the same of every scenario, also of those that were given up', async () => {
  const one = (name: string) =>
    `@scenario("${name}", zh="例")\nasync def ${name}(world, submission):\n    submission.f()\n`;
  const scenarios = `from overlap.judge import scenario\n${['a', 'b', 'c', 'd'].map(one).join('')}`;
  const exercise = makeExercise(scenarios, { limits: { cpuMs: 300 } });
  const source = 'def f():\n    while True:\n        pass\n';
  const verdict = await grader.grade({ exercise, source, mode: 'all', audience: 'student' });
  expect(verdict.scenarios.map(({ killedBy }) => killedBy)).toEqual(['cpu', 'cpu', 'cpu', 'cpu']);
  expect(new Set(verdict.scenarios.map(({ diagnoses }) => JSON.stringify(diagnoses))).size).toBe(1);
});
