import { describe, expect, test } from 'vitest';
import { FIRST_CALL_ROW, Trace } from '../world/trace.ts';
import { diagnose, type Evidence } from './diagnose.ts';
import { diagnosisSchema } from './schema.ts';

const SECOND = 1_000_000_000;

/** A trace as the world records it: one task of the submission (row 1, line 3) that makes calls, in seconds. */
function traceOf(
  calls: readonly { service?: string; from: number; to: number | null; line?: number }[] = [],
  blocks: readonly { from: number; to: number; by?: string; line?: number; row?: number }[] = [],
): Trace {
  const trace = new Trace(100);
  trace.begin({ id: 1, parent: null, kind: 'task', label: 'solve', line: 3, beginNs: 0 });
  calls.forEach(({ service = 'users', from, to, line = 12 }, index) => {
    const id = FIRST_CALL_ROW + index;
    trace.begin({ id, parent: 1, kind: 'call', label: service, line, beginNs: from * SECOND });
    if (to !== null) trace.end(id, to * SECOND, 'ok');
  });
  for (const { from, to, by = 'time.sleep', line = 14, row = 1 } of blocks)
    trace.block({ row, by, line, beginNs: from * SECOND, endNs: to * SECOND });
  return trace;
}

function evidence(given: Partial<Evidence>): Evidence {
  return {
    trace: traceOf(),
    nowNs: 10 * SECOND,
    facts: [],
    unawaited: [],
    unhandled: [],
    left: [],
    exception: null,
    ...given,
  };
}

/** The diagnoses, each of which the schema of a verdict must accept. */
function explain(given: Partial<Evidence>) {
  return diagnose(evidence(given)).map((diagnosis) => diagnosisSchema.parse(diagnosis));
}

const elapsed = (got: number, expected: number) => ({ what: 'elapsed', got, expected });
const peak = (got: number, expected: number) => ({ what: 'peak', service: 'users', got, expected });
const oneAfterAnother = traceOf([0, 1, 2].map((from) => ({ from, to: from + 1 })));

test('a pause that should have run beside the calls counts with them', () => {
  const trace = traceOf([0.3, 0.8, 1.3].map((from) => ({ from, to: from + 0.5 })));
  expect(explain({ trace, facts: [elapsed(1.8, 0.5)] })).toMatchObject([{ code: 'serial', calls: 3 }]);
});

test('an overrun budget is no matter of calls that could have overlapped, nor are calls of the scenario itself', () => {
  const steps = traceOf([0, 1.5].map((from) => ({ from, to: from + 1.5 })));
  expect(explain({ trace: steps, facts: [elapsed(3, 2)] })).toMatchObject([{ code: 'wrong_time' }]);
  expect(explain({ trace: steps, facts: [elapsed(3, 1.5)] })).toMatchObject([{ code: 'serial' }]);
  const heart = traceOf();
  for (const from of [0, 1, 2]) {
    const id = FIRST_CALL_ROW + 50 + from;
    heart.begin({ id, parent: null, kind: 'call', label: 'beat', line: null, beginNs: from * SECOND });
    heart.end(id, (from + 1) * SECOND, 'ok');
  }
  expect(explain({ trace: heart, facts: [elapsed(3, 2)] })).toMatchObject([{ code: 'wrong_time' }]);
});

test('functions in processes are counted apart from those in threads', () => {
  const trace = traceOf();
  trace.begin({ id: 7, parent: 1, kind: 'thread', isProcess: true, label: 'compute', line: 20, beginNs: 0 });
  trace.begin({ id: 8, parent: 1, kind: 'thread', label: 'read', line: 21, beginNs: 0 });
  const fact = (what: string) => ({ what, got: 1, expected: 2 });
  expect(explain({ trace, facts: [fact('processes')] })).toMatchObject([{ of: 'processes', line: 20 }]);
  expect(explain({ trace, facts: [fact('threads')] })).toMatchObject([{ of: 'threads', line: 21 }]);
});

test('a plain function that is none, and an answer that is None', () => {
  expect(explain({ facts: [{ what: 'not_async', name: 'describe', got: 1 }] })).toEqual([
    { code: 'not_a_plain_function', name: 'describe' },
  ]);
  expect(explain({ facts: [{ what: 'none' }] })).toEqual([{ code: 'answer_is_none' }]);
});

describe('calls that should have been in flight together', () => {
  test('one after another, fewer at once than possible, none at all', () => {
    const [serial] = explain({ trace: oneAfterAnother, facts: [peak(1, 3)] });
    expect(serial?.code).toBe('serial');
    const pairs = traceOf([0, 0, 1, 1].map((from) => ({ from, to: from + 1 })));
    expect(explain({ trace: pairs, facts: [peak(2, 4)] })).toEqual([
      { code: 'too_few_at_once', service: 'users', peak: 2, expected: 4, line: 12 },
    ]);
    expect(explain({ facts: [peak(0, 3)] })).toEqual([
      { code: 'wrong_count', of: 'calls', service: 'users', got: 0, expected: 3, line: null },
    ]);
  });
});

describe('why a scenario took too long', () => {
  test('calls that ran one after another', () => {
    expect(explain({ trace: oneAfterAnother, facts: [elapsed(3, 1)] })).toEqual([
      { code: 'serial', service: 'users', calls: 3, tookNs: 3 * SECOND, possibleNs: SECOND, line: 12 },
    ]);
  });

  test('the service that took longest is named when several ran one after another', () => {
    const trace = traceOf([
      { service: 'quick', from: 0, to: 1 },
      { service: 'slow', from: 1, to: 4, line: 20 },
      { service: 'quick', from: 4, to: 5 },
      { service: 'slow', from: 5, to: 8, line: 20 },
    ]);
    expect(explain({ trace, facts: [elapsed(8, 3)] })).toMatchObject([{ code: 'serial', service: 'slow', line: 20 }]);
  });

  test('calls of different services that ran one after another, where no single one explains it', () => {
    const trace = traceOf([
      { service: 'flight', from: 0, to: 1 },
      { service: 'hotel', from: 1, to: 2 },
    ]);
    expect(explain({ trace, facts: [elapsed(2, 1)] })).toMatchObject([{ code: 'serial', service: '', calls: 2 }]);
  });

  test('calls that take no time lose none by coming one after another', () => {
    const trace = traceOf([0, 1, 2].map((at) => ({ from: at, to: at })));
    expect(explain({ trace, facts: [elapsed(3, 2)] })).toEqual([
      { code: 'wrong_time', tookNs: 3 * SECOND, expectedNs: 2 * SECOND },
    ]);
  });

  test('a loop that stood still comes before calls that did', () => {
    const trace = traceOf(
      [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
      ],
      [{ from: 2, to: 5 }],
    );
    const [first] = explain({ trace, facts: [elapsed(5, 1)] });
    expect(first).toMatchObject({ code: 'blocked_loop', by: 'time.sleep', line: 14, ns: 3 * SECOND });
  });

  test('nothing of the kind: only the time is wrong', () => {
    const trace = traceOf([
      { from: 0, to: 2 },
      { from: 1, to: 3 },
    ]);
    expect(explain({ trace, facts: [elapsed(3, 2)] })).toEqual([
      { code: 'wrong_time', tookNs: 3 * SECOND, expectedNs: 2 * SECOND },
    ]);
  });

  test('too quick is a wrong time whatever ran after what', () => {
    expect(explain({ trace: oneAfterAnother, facts: [elapsed(1, 3)] })).toMatchObject([{ code: 'wrong_time' }]);
  });
});

describe('why the number of calls at once was wrong', () => {
  test('more than the limit', () => {
    const trace = traceOf([0, 0, 0].map((from) => ({ from, to: from + 1 })));
    expect(explain({ trace, facts: [peak(3, 2)] })).toEqual([
      { code: 'limit_exceeded', service: 'users', peak: 3, limit: 2, line: 12 },
    ]);
  });

  test('fewer than possible, because they ran one after another', () => {
    expect(explain({ trace: oneAfterAnother, facts: [peak(1, 3)] })).toMatchObject([{ code: 'serial', calls: 3 }]);
  });

  test('fewer than possible, because the loop stood still', () => {
    const trace = traceOf([{ from: 0, to: 1 }], [{ from: 0, to: 1, by: 'users' }]);
    expect(explain({ trace, facts: [peak(1, 3)] })).toMatchObject([{ code: 'blocked_loop', by: 'users' }]);
  });
});

describe('how often, and what was cancelled', () => {
  test('calls of one service, with the line of the first', () => {
    const facts = [{ what: 'calls', service: 'users', got: 3, expected: 1 }];
    expect(explain({ trace: oneAfterAnother, facts })).toEqual([
      { code: 'wrong_count', of: 'calls', service: 'users', got: 3, expected: 1, line: 12 },
    ]);
  });

  test('functions that ran in threads', () => {
    const trace = traceOf();
    trace.begin({ id: 9, parent: 1, kind: 'thread', label: 'sleep', line: 6, beginNs: 0 });
    expect(explain({ trace, facts: [{ what: 'threads', got: 1, expected: 0 }] })).toEqual([
      { code: 'wrong_count', of: 'threads', service: null, got: 1, expected: 0, line: 6 },
    ]);
  });

  test('queries, compared with what is no number', () => {
    expect(explain({ facts: [{ what: 'queries', got: 2 }] })).toEqual([{ code: 'check_failed' }]);
  });

  test('entries of a list, and the moments at which they were made', () => {
    const list = { what: 'list', got: 1, expected: 2, position: 2 };
    const moment = { what: 'moment', got: 1, expected: 0, position: 1 };
    expect(explain({ facts: [list] })).toEqual([{ code: 'wrong_list', position: 2, got: 1, expected: 2, entry: null }]);
    expect(explain({ facts: [moment] })).toEqual([{ code: 'wrong_moment', position: 1, atNs: SECOND, expectedNs: 0 }]);
    expect(explain({ facts: [{ ...list, position: undefined }] })).toEqual([{ code: 'wrong_value', call: null }]);
  });

  test('the first event that is not right', () => {
    expect(explain({ facts: [{ what: 'events', name: 'a starts', got: 'b starts', expected: null }] })).toEqual([
      { code: 'wrong_event', after: 'a starts', got: 'b starts', expected: null },
    ]);
  });

  test('coroutines never awaited in order of their lines, at most three', () => {
    const unawaited = [
      ['e', null],
      ['c', 9],
      ['a', 4],
      ['b', 5],
    ] as const;
    expect(explain({ unawaited })).toEqual([
      { code: 'never_awaited', name: 'a', line: 4 },
      { code: 'never_awaited', name: 'b', line: 5 },
      { code: 'never_awaited', name: 'c', line: 9 },
    ]);
  });

  test('names of a set, both ways', () => {
    expect(explain({ facts: [{ what: 'cancelled', missing: ['a'], extra: ['b'] }] })).toEqual([
      { code: 'wrong_cancellation', missing: ['a'], extra: ['b'] },
    ]);
  });

  test('calls of one service that should not have been cancelled', () => {
    expect(explain({ facts: [{ what: 'cancelled', service: 'users' }] })).toEqual([
      { code: 'wrong_cancellation', missing: [], extra: ['users'] },
    ]);
  });

  test('too many at once, of all services together', () => {
    expect(explain({ facts: [{ what: 'peak', got: 3, expected: 2 }] })).toEqual([
      { code: 'limit_exceeded', service: '', peak: 3, limit: 2, line: null },
    ]);
  });
});

describe('standing still', () => {
  test('is added up by line; the line that cost most is named', () => {
    const trace = traceOf(
      [],
      [
        { from: 0, to: 1, line: 5 },
        { from: 3, to: 5, line: 9 },
        { from: 6, to: 8, line: 5 },
      ],
    );
    expect(explain({ trace, facts: [{ what: 'blocked' }] })).toMatchObject([
      { code: 'blocked_loop', line: 5, ns: 3 * SECOND },
    ]);
  });

  test('counts the other tasks that could not go on, and not the one that blocked', () => {
    const trace = traceOf([], [{ from: 2, to: 4, row: 1 }]);
    const other = (id: number, from: number, to: number | null) => {
      trace.begin({ id, parent: null, kind: 'task', label: 'other', line: 8, beginNs: from * SECOND });
      if (to !== null) trace.end(id, to * SECOND, 'ok');
    };
    other(2, 0, null);
    other(3, 3, 9);
    other(4, 0, 2); // was over
    other(5, 4, 5); // began afterwards
    expect(explain({ trace, facts: [{ what: 'blocked' }] })).toMatchObject([{ waiting: 2 }]);
  });

  test('explains a wrong value for which there is no other reason', () => {
    const trace = traceOf([], [{ from: 0, to: 2 }]);
    expect(explain({ trace, facts: [{ what: 'value' }] })).toMatchObject([{ code: 'blocked_loop' }]);
  });
});

describe('what else a failed assertion tells', () => {
  test.each([
    [{ what: 'value' }, { code: 'wrong_value', call: null }],
    [
      { what: 'value', got: '4' },
      { code: 'wrong_value', call: null, got: '4' },
    ],
    [
      { what: 'told', name: 'open', got: '没关' },
      { code: 'told', en: 'open', zh: '没关' },
    ],
    [
      { what: 'missing', name: 'fetch' },
      { code: 'missing_name', name: 'fetch' },
    ],
    [
      { what: 'not_async', name: 'fetch' },
      { code: 'not_a_coroutine_function', name: 'fetch' },
    ],
    [
      { what: 'raises', expected: 'ValueError' },
      { code: 'expected_exception', expected: 'ValueError', got: null },
    ],
    [
      { what: 'raises', expected: 'ValueError', got: 'KeyError' },
      { code: 'expected_exception', expected: 'ValueError', got: 'KeyError' },
    ],
    [{ what: 'elapsed', got: 1 }, { code: 'check_failed' }],
    [{ what: 'something new' }, { code: 'check_failed' }],
  ])('%o', (fact, expected) => {
    expect(explain({ facts: [fact] })).toEqual([expected]);
  });

  test('nothing at all: the scenario’s own words must do', () => {
    expect(explain({})).toEqual([{ code: 'check_failed' }]);
  });

  test('tasks left running are named, with the line that made the first', () => {
    const trace = traceOf();
    trace.begin({ id: 2, parent: 1, kind: 'task', label: 'heartbeat', line: 7, beginNs: 0 });
    const left = [['heartbeat', 'sleep', 9] as const];
    expect(explain({ trace, left, facts: [{ what: 'leaked' }] })).toEqual([
      { code: 'tasks_left', count: 1, names: ['heartbeat'], line: 7 },
    ]);
  });

  test('tasks left running are known to the host even when the submission reports none', () => {
    const trace = traceOf();
    trace.begin({ id: 2, parent: 1, kind: 'task', label: 'hidden', line: 7, beginNs: 0 });
    expect(explain({ trace, facts: [{ what: 'leaked' }] })).toMatchObject([{ names: ['hidden'], count: 1 }]);
  });

  test('an exception is told with the student’s line', () => {
    const exception = { type: 'KeyError', message: "'id'", line: 4 };
    expect(explain({ exception })).toEqual([{ code: 'exception', ...exception }]);
    const cause = { type: 'TypeError', message: 'no', line: 2 };
    expect(explain({ exception: { ...exception, cause } })).toEqual([{ code: 'exception', ...exception, cause }]);
    expect(explain({ exception: { ...exception, cause: null } })).toEqual([{ code: 'exception', ...exception }]);
  });
});

describe('the order of diagnoses', () => {
  const exception = { type: 'TypeError', message: '', line: 4 };

  test('what is missing, then the exception, then what was never awaited, then the loop, then the rest', () => {
    const trace = traceOf([{ from: 0, to: 1 }], [{ from: 0, to: 2 }]);
    const facts = [{ what: 'leaked' }, { what: 'blocked' }, { what: 'missing', name: 'f' }];
    const codes = explain({ trace, facts, exception, unawaited: [['save', 9]] }).map(({ code }) => code);
    expect(codes).toEqual(['missing_name', 'exception', 'never_awaited', 'blocked_loop']);
  });

  test('a wrong value is left out where its reason is known', () => {
    const codes = explain({ facts: [{ what: 'value' }], unawaited: [['save', 9]] }).map(({ code }) => code);
    expect(codes).toEqual(['never_awaited']);
  });

  test('the same thing is said once', () => {
    expect(explain({ facts: [{ what: 'value' }, { what: 'value' }] })).toEqual([{ code: 'wrong_value', call: null }]);
  });

  test('the same evidence gives the same diagnoses', () => {
    const given = { trace: oneAfterAnother, facts: [elapsed(3, 1), peak(1, 3)], exception };
    expect(JSON.stringify(explain(given))).toBe(JSON.stringify(explain(given)));
  });
});
