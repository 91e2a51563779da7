import { describe, expect, test } from 'vitest';
import { type Diagnosis, diagnosisSchema } from './schema.ts';
import { diagnosisSentence } from './sentences.ts';

const SECOND = 1_000_000_000;

/** One diagnosis of every code, and of every branch of the sentences. */
const examples: [Diagnosis, string, string][] = [
  [
    { code: 'serial', service: 'users', calls: 5, tookNs: 5 * SECOND, possibleNs: SECOND, line: 12 },
    'Five calls to `users` ran one after another: 5.0 s where 1.0 s was possible (line 12).',
    '对 `users` 的 5 次调用是一个接一个执行的（第 12 行）：用了 5.0 秒，本来 1.0 秒就够了。',
  ],
  [
    { code: 'serial', service: '', calls: 12, tookNs: 1.5 * SECOND, possibleNs: 0.1 * SECOND, line: null },
    '12 calls ran one after another: 1.5 s where 0.1 s was possible.',
    '12 次调用是一个接一个执行的：用了 1.5 秒，本来 0.1 秒就够了。',
  ],
  [
    { code: 'serial', service: 'users', calls: 1, tookNs: 2 * SECOND, possibleNs: SECOND, line: null },
    'One call to `users` took 2.0 s where 1.0 s was possible.',
    '对 `users` 的 1 次调用用了 2.0 秒，本来 1.0 秒就够了。',
  ],
  [
    { code: 'blocked_loop', by: 'time.sleep', line: 14, ns: 2 * SECOND, waiting: 3 },
    '`time.sleep` on line 14 blocked the event loop for 2.0 s; three other tasks or calls were waiting.',
    '第 14 行的 `time.sleep` 让事件循环停了 2.0 秒，另有 3 个任务或调用只能干等。',
  ],
  [
    { code: 'blocked_loop', by: 'rates', line: null, ns: 2 * SECOND, waiting: 1 },
    '`rates` blocked the event loop for 2.0 s; one other task or call was waiting.',
    '`rates` 让事件循环停了 2.0 秒，另有 1 个任务或调用只能干等。',
  ],
  [
    { code: 'blocked_loop', by: 'rates', line: 3, ns: 2 * SECOND, waiting: 0 },
    '`rates` on line 3 blocked the event loop for 2.0 s; nothing else could have run meanwhile.',
    '第 3 行的 `rates` 让事件循环停了 2.0 秒，这段时间里什么都不能运行。',
  ],
  [
    { code: 'never_awaited', name: 'main.<locals>.save', line: 9 },
    '`save()` on line 9 was never awaited, so its body did not run.',
    '第 9 行的 `save()` 从未被 await，所以它的函数体根本没有执行。',
  ],
  [
    { code: 'unhandled', what: 'task', type: 'ValueError', message: 'no such user', line: 12 },
    'A task’s exception was never retrieved: `ValueError` on line 12: no such user. Await the task, or handle the error inside it.',
    '任务的异常没有人取走（第 12 行）：`ValueError`：no such user。请 await 这个任务，或者在任务内部处理错误。',
  ],
  [
    { code: 'unhandled', what: 'future', type: 'ValueError', message: '', line: null },
    'A future’s exception was never retrieved: `ValueError`. Await the future, or ask for its result.',
    'Future 的异常没有人取走：`ValueError`。请 await 它，或者取它的结果。',
  ],
  [
    { code: 'unhandled', what: 'callback', type: 'InvalidStateError', message: 'invalid state', line: 4 },
    'A callback raised an exception: `InvalidStateError` on line 4: invalid state. Nobody can catch it there: handle it inside the callback.',
    '回调函数抛出了异常（第 4 行）：`InvalidStateError`：invalid state。那里没有人能捕获它，请在回调内部处理。',
  ],
  [
    { code: 'unhandled', what: 'loop', type: '', message: '', line: null },
    'The event loop reported an error. Nobody could catch it.',
    '事件循环报告了错误。没有人能捕获它。',
  ],
  [
    { code: 'unhandled', what: 'thread', type: 'KeyError', message: 'Lost!', line: 2 },
    'An exception ended a thread: `KeyError` on line 2: Lost! Nobody can catch it there: handle it inside the thread.',
    '线程因异常而结束（第 2 行）：`KeyError`：Lost! 那里没有人能捕获它，请在线程内部处理。',
  ],
  [
    { code: 'unhandled', what: 'ignored', type: 'OSError', message: 'closed', line: 3 },
    'An exception in a clean-up was ignored: `OSError` on line 3: closed. Nobody can catch what `__del__` raises.',
    '清理代码中的异常被忽略了（第 3 行）：`OSError`：closed。没有人能捕获 `__del__` 抛出的异常。',
  ],
  [
    { code: 'warned', category: 'SyntaxWarning', message: "'return' in a 'finally' block", line: 5 },
    "Python warns on line 5: `SyntaxWarning`: 'return' in a 'finally' block",
    "Python 在第 5 行发出警告 `SyntaxWarning`：'return' in a 'finally' block",
  ],
  [
    { code: 'tasks_left', count: 2, names: ['a', 'b'], line: null },
    'Two tasks were still running when your function returned: `a` and `b`.',
    '你的函数返回时，还有 2 个任务没有结束：`a`、`b`。',
  ],
  [
    { code: 'tasks_left', count: 1, names: [], line: 7 },
    'One task was still running when your function returned (line 7).',
    '你的函数返回时，还有 1 个任务没有结束（第 7 行）。',
  ],
  [
    { code: 'tasks_left', count: 5, names: ['a', 'b', 'c', 'd', 'e'], line: null },
    'Five tasks were still running when your function returned: `a`, `b`, `c` and 2 more.',
    '你的函数返回时，还有 5 个任务没有结束：`a`、`b`、`c` 等。',
  ],
  [
    { code: 'wrong_count', of: 'calls', service: 'users', got: 20, expected: 2, line: 5 },
    '`users` was called 20 times instead of 2 (line 5).',
    '`users` 被调用了 20 次，应当是 2 次（第 5 行）。',
  ],
  [
    { code: 'wrong_count', of: 'queries', service: null, got: 1, expected: 2, line: null },
    'One query was sent to the database instead of 2.',
    '向数据库发出了 1 次查询，应当是 2 次。',
  ],
  [
    { code: 'wrong_count', of: 'threads', service: null, got: 3, expected: 0, line: 4 },
    'Three functions ran in threads instead of 0 (line 4).',
    '有 3 个函数在线程中运行，应当是 0 个（第 4 行）。',
  ],
  [
    { code: 'wrong_cancellation', missing: ['flight', 'car'], extra: ['hotel'] },
    '`flight` and `car` should have been cancelled, but were not. `hotel` should not have been cancelled.',
    '`flight`、`car` 应当被取消，却没有被取消。`hotel` 不应当被取消。',
  ],
  [
    { code: 'wrong_list', position: 2, got: 4, expected: 4, entry: "('job', 0.0)" },
    "Entry 2 of the list that your code writes to is not the expected one: `('job', 0.0)`.",
    "你的代码写入的列表中，第 2 项与预期不符：`('job', 0.0)`。",
  ],
  [
    { code: 'wrong_list', position: 2, got: 1, expected: 4, entry: null },
    'The list that your code writes to holds one entry instead of 4.',
    '你的代码写入的列表里有 1 项，应当有 4 项。',
  ],
  [
    { code: 'answer_not_awaited', kind: 'coroutine', name: 'start', inside: false },
    'Where a result should be there is the coroutine `start()`: it has to be awaited first.',
    '本该是结果的地方是协程 `start()`：要先 await 它。',
  ],
  [
    { code: 'answer_not_awaited', kind: 'awaitable', name: '_GatheringFuture', inside: false },
    'Where a result should be there is a `Future`: it has to be awaited first.',
    '本该是结果的地方是 `Future` 对象：要先 await 它。',
  ],
  [
    { code: 'answer_not_awaited', kind: 'awaitable', name: 'Task', inside: true },
    'Where a result should be there is a `Task`: it has to be awaited first.',
    '本该是结果的地方是 `Task` 对象：要先 await 它。',
  ],
  [
    { code: 'wrong_moment', position: 1, atNs: SECOND, expectedNs: 0 },
    'Entry 1 of the list that your code writes to was made at 1.0 s; it should have been made at 0.0 s.',
    '你的代码写入的列表中，第 1 项是在 1.0 秒时写入的，应当在 0.0 秒时写入。',
  ],
  [
    { code: 'wrong_event', after: 'reserve starts', got: 'pay starts', expected: 'reserve ends' },
    'After `reserve starts` came `pay starts`; `reserve ends` should have come.',
    '`reserve` 开始之后，发生的是 `pay` 开始，应当是 `reserve` 完成。',
  ],
  [
    { code: 'wrong_event', after: null, got: null, expected: 'pay is cancelled' },
    'Nothing happened at all; `pay is cancelled` should have come.',
    '什么也没有发生，应当是 `pay` 被取消。',
  ],
  [
    { code: 'wrong_event', after: 'pay fails', got: 'email starts', expected: null },
    'After `pay fails` came `email starts`; nothing more should have come.',
    '`pay` 失败之后，发生的是 `email` 开始，这时本不应再有别的调用。',
  ],
  [{ code: 'wrong_cancellation', missing: [], extra: [] }, 'The wrong calls were cancelled.', '被取消的调用不对。'],
  [
    { code: 'limit_exceeded', service: '', peak: 3, limit: 2, line: null },
    'At most 2 calls may be in flight at once; there were 3.',
    '调用最多同时进行 2 个，实际达到了 3 个。',
  ],
  [
    { code: 'limit_exceeded', service: 'pages', peak: 12, limit: 1, line: 8 },
    'At most 1 call to `pages` may be in flight at once; there were 12 (line 8).',
    '对 `pages` 的调用最多同时进行 1 个，实际达到了 12 个（第 8 行）。',
  ],
  [
    { code: 'deadlock', waiting: [{ task: 'deposit', on: 'own lock', line: 11 }] },
    'Deadlock: everything was waiting, and nothing was left that could end a wait. `deposit` was waiting on line 11 for a lock that is held by the very thread that waits.',
    '死锁：所有代码都在等待，而且再没有什么能结束这些等待。`deposit` 在第 11 行等待一把锁，而持有这把锁的正是等待它的这个线程。',
  ],
  [
    { code: 'wrong_list', position: 1, got: 2, expected: 0, entry: null },
    'The list that your code writes to should be empty; it holds two entries.',
    '你的代码写入的列表应当是空的，里面却有 2 项。',
  ],
  [
    { code: 'wrong_count', of: 'processes', service: null, got: 2, expected: 1, line: 9 },
    'Two functions ran in processes instead of 1 (line 9).',
    '有 2 个函数在进程中运行，应当是 1 个（第 9 行）。',
  ],
  [
    { code: 'not_a_plain_function', name: 'describe' },
    '`describe` must be a plain function: define it with `def` alone, without `async`.',
    '`describe` 必须是普通函数，请只用 `def` 定义它，不要加 `async`。',
  ],
  [
    { code: 'answer_is_none' },
    'The answer is `None`. Is a `return` missing?',
    '得到的结果是 `None`，是不是漏写了 `return`？',
  ],
  [
    { code: 'deadlock', waiting: [{ task: 'Task-2', on: 'Semaphore.acquire', line: 9 }] },
    'Deadlock: everything was waiting, and nothing was left that could end a wait. `Task-2` was waiting for `Semaphore.acquire` on line 9.',
    '死锁：所有代码都在等待，而且再没有什么能结束这些等待。`Task-2` 在第 9 行等待 `Semaphore.acquire`。',
  ],
  [
    {
      code: 'deadlock',
      waiting: [
        { task: 'fetch_all', on: 'await', line: 17 },
        { task: 'fetch_all.<locals>.fetch', on: 'Semaphore.acquire', line: 12 },
        { task: 'fetch_all.<locals>.fetch', on: 'Semaphore.acquire', line: 12 },
      ],
    },
    'Deadlock: everything was waiting, and nothing was left that could end a wait. `fetch` was waiting for `Semaphore.acquire` on line 12.',
    '死锁：所有代码都在等待，而且再没有什么能结束这些等待。`fetch` 在第 12 行等待 `Semaphore.acquire`。',
  ],
  [
    { code: 'deadlock', waiting: [{ task: 'main', on: 'await', line: null }] },
    'Deadlock: everything was waiting, and nothing was left that could end a wait. `main` was waiting.',
    '死锁：所有代码都在等待，而且再没有什么能结束这些等待。`main` 一直等待。',
  ],
  [
    { code: 'deadlock', waiting: [] },
    'Deadlock: everything was waiting, and nothing was left that could end a wait.',
    '死锁：所有代码都在等待，而且再没有什么能结束这些等待。',
  ],
  [
    { code: 'wrong_time', tookNs: 4 * SECOND, expectedNs: 3 * SECOND },
    'It took 4.0 s; it should take 3.0 s.',
    '用了 4.0 秒，应当是 3.0 秒。',
  ],
  [
    { code: 'wrong_time', tookNs: 0, expectedNs: SECOND },
    'It took only 0.0 s; it should take 1.0 s. Was everything waited for?',
    '只用了 0.0 秒，应当是 1.0 秒。该等的都等到了吗？',
  ],
  [
    { code: 'too_few_at_once', service: 'pages', peak: 5, expected: 10, line: 3 },
    'Ten calls to `pages` should have been in flight at once; there were at most 5 (line 3).',
    '对 `pages` 的调用应当有 10 个同时进行，实际最多只有 5 个（第 3 行）。',
  ],
  [
    { code: 'wrong_call_time', edge: 'begin', service: 'body', position: 2, atNs: 0, expectedNs: SECOND },
    'Call 2 of `body` began at 0.0 s; it should have begun at 1.0 s.',
    '`body` 的第 2 次调用在 0.0 秒时开始，应当在 1.0 秒时开始。',
  ],
  [
    { code: 'wrong_call_time', edge: 'end', service: 'body', position: 1, atNs: null, expectedNs: SECOND },
    'Call 1 of `body` had not ended; it should have ended at 1.0 s.',
    '`body` 的第 1 次调用还没有结束，应当在 1.0 秒时结束。',
  ],
  [
    { code: 'answer_is_none', got: '[None, None]' },
    'The answer is `[None, None]`. Is a `return` missing?',
    '得到的结果是 `[None, None]`，是不是漏写了 `return`？',
  ],
  [{ code: 'told', en: 'The loop is open.', zh: '循环没有关闭。' }, 'The loop is open.', '循环没有关闭。'],
  [
    { code: 'never_awaited', name: '_AsCompletedIterator._wait_for_one', line: 3 },
    'What `as_completed` hands out has to be awaited (line 3): each item is an answer that may still be on its way.',
    '`as_completed` 给出的每一项都要 await（第 3 行）：它只是一个答案，而答案可能还在路上。',
  ],
  [
    {
      code: 'exception',
      type: 'ProfileError',
      message: 'incomplete',
      line: 16,
      cause: { type: 'InvalidStateError', message: 'Result is not set.', line: 14 },
    },
    'Your code raised `ProfileError` on line 16: incomplete. It came from `InvalidStateError` on line 14: Result is not set.',
    '你的代码在第 16 行抛出了 `ProfileError`：incomplete。它的起因是第 14 行的 `InvalidStateError`：Result is not set.',
  ],
  [
    { code: 'exception', type: 'E', message: 'no!', line: null, cause: { type: 'KeyError', message: '', line: null } },
    'Your code raised `E`: no! It came from `KeyError`.',
    '你的代码抛出了 `E`：no! 它的起因是 `KeyError`。',
  ],
  [
    { code: 'wrong_order' },
    'The answer has the right items, but not in the right order.',
    '结果中的各项都对，但顺序不对。',
  ],
  [{ code: 'wrong_value', call: null }, 'The answer is not the expected one.', '结果与预期不符。'],
  [{ code: 'wrong_value', call: null, got: '4' }, 'The answer is not the expected one: `4`.', '结果与预期不符：`4`。'],
  [{ code: 'wrong_value', call: 'load' }, '`load()` did not give the expected answer.', '`load()` 的结果与预期不符。'],
  [
    { code: 'exception', type: 'ValueError', message: 'no\nway', line: 3 },
    'Your code raised `ValueError` on line 3: no way',
    '你的代码在第 3 行抛出了 `ValueError`：no way',
  ],
  [
    { code: 'exception', type: 'KeyError', message: '', line: null },
    'Your code raised `KeyError`.',
    '你的代码抛出了 `KeyError`。',
  ],
  [
    { code: 'expected_exception', expected: 'ValueError', got: 'ExceptionGroup' },
    '`ValueError` should have been raised; `ExceptionGroup` was.',
    '这里应当抛出 `ValueError`，实际抛出的却是 `ExceptionGroup`。',
  ],
  [
    { code: 'expected_exception', expected: 'ProfileError', got: 'ProfileError' },
    'The `ProfileError` of this exercise should have been raised; yours is another class of the same name. Import the given one.',
    '这里应当抛出题目给出的 `ProfileError`，实际抛出的却是另一个同名的类。请导入题目给出的那一个。',
  ],
  [
    { code: 'expected_exception', expected: 'ValueError', got: null },
    '`ValueError` should have been raised; nothing was.',
    '这里应当抛出 `ValueError`，却没有抛出任何异常。',
  ],
  [
    { code: 'expected_exception', expected: 'OSError / ExceptionGroup', got: null },
    '`OSError` or `ExceptionGroup` should have been raised; nothing was.',
    '这里应当抛出 `OSError` 或 `ExceptionGroup`，却没有抛出任何异常。',
  ],
  [
    { code: 'wrong_cause', error: 'ProfileError', expected: 'ExceptionGroup', got: 'ValueError' },
    'The `__cause__` of `ProfileError` should be `ExceptionGroup`; it is `ValueError`.',
    '`ProfileError` 的 `__cause__` 应当是 `ExceptionGroup`，实际是 `ValueError`。',
  ],
  [
    { code: 'missing_name', name: 'fetch_all' },
    'Your file has no `fetch_all`, which this exercise needs.',
    '你的文件里没有 `fetch_all`，而这道题需要它。',
  ],
  [
    { code: 'not_a_coroutine_function', name: 'fetch_all' },
    '`fetch_all` must be a coroutine function: define it with `async def`.',
    '`fetch_all` 必须是协程函数，请用 `async def` 定义它。',
  ],
  [
    { code: 'out_of_time', deadlineNs: 60 * SECOND, line: 4 },
    'Your code had not finished after 60.0 s of virtual time (line 4). Does it wait or repeat for ever?',
    '虚拟时间过了 60.0 秒，你的代码还没有结束（第 4 行）。它是不是在无止境地等待或重复？',
  ],
  [
    { code: 'exception', type: 'CannotCross', message: 'the value is too large', line: 2 },
    'A value could not be handed over on line 2: the value is too large. Hand over less, or plain data.',
    '第 2 行：有一个值无法传递：the value is too large。请传递更少的内容，或者普通数据。',
  ],
  [
    { code: 'exception', type: 'CannotCross', message: '', line: null },
    'A value could not be handed over. Hand over less, or plain data.',
    '有一个值无法传递。请传递更少的内容，或者普通数据。',
  ],
  [
    { code: 'does_not_import', type: 'SyntaxError', message: "expected ':'", line: 4 },
    "Your file is not valid Python: `SyntaxError` on line 4: expected ':'",
    "你的文件不是合法的 Python 代码：第 4 行的 `SyntaxError`：expected ':'",
  ],
  [
    { code: 'does_not_import', type: 'NameError', message: '', line: null },
    'Your file stopped while it was being loaded: `NameError`.',
    '你的文件在加载时出错：`NameError`。',
  ],
  [
    { code: 'resource_limit', resource: 'cpu', line: 5 },
    'Look at the loop on line 5: nothing inside can end it',
    '请看第 5 行的循环：循环内部没有什么能让它结束',
  ],
  [
    { code: 'resource_limit', resource: 'cpu', line: null },
    'Is there a loop that never finishes?',
    '是不是有循环永远不会结束？',
  ],
  [{ code: 'check_failed' }, 'A check of this scenario did not hold.', '这个场景中有一项检查没有通过。'],
  ...(['memory', 'output', 'steps', 'messages', 'recursion', 'exit'] as const).map(
    (resource): [Diagnosis, string, string] => [
      { code: 'resource_limit', resource, line: 5 },
      '(line 5)',
      '（第 5 行）',
    ],
  ),
];

describe('the sentence of a diagnosis', () => {
  test('every code of the schema has an example here', () => {
    const codes = diagnosisSchema.options.map((option) => option.shape.code.value);
    expect(new Set(examples.map(([diagnosis]) => diagnosis.code))).toEqual(new Set(codes));
  });

  test.each(examples)('%j reads well in both languages', (diagnosis, english, chinese) => {
    expect(diagnosisSchema.safeParse(diagnosis).success).toBe(true);
    if (diagnosis.code === 'resource_limit') {
      expect(diagnosisSentence(diagnosis, 'en')).toContain(english);
      expect(diagnosisSentence(diagnosis, 'zh')).toContain(chinese);
      return;
    }
    expect(diagnosisSentence(diagnosis, 'en')).toBe(english);
    expect(diagnosisSentence(diagnosis, 'zh')).toBe(chinese);
  });

  test('a very long message is shortened', () => {
    const diagnosis: Diagnosis = { code: 'exception', type: 'E', message: '😀'.repeat(5_000), line: null };
    expect([...diagnosisSentence(diagnosis, 'en')].length).toBeLessThan(250);
  });
});
