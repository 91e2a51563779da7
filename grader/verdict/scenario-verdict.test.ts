import { describe, expect, test } from 'vitest';
import { Trace } from '../world/trace.ts';
import { scenarioVerdict, type ScenarioRecord } from './scenario-verdict.ts';
import { scenarioVerdictSchema } from './schema.ts';

const SECOND = 1_000_000_000;

function record(given: Partial<ScenarioRecord>): ScenarioRecord {
  return {
    outline: {
      name: { en: 'all at once', zh: '同时' },
      visible: false,
      weight: 2,
      hint: { en: 'Start first.', zh: '先启动。' },
    },
    status: 'failed',
    killedBy: null,
    message: 'assert 1 == 2',
    facts: [{ what: 'value' }],
    exception: null,
    trace: new Trace(10),
    nowNs: 3 * SECOND,
    deadlineNs: 600 * SECOND,
    line: null,
    report: { left: [], leaked: [], unawaited: [], unhandled: [], stdout: 'printed' },
    failingSeed: null,
    ...given,
  };
}

const verdictOf = (given: Partial<ScenarioRecord>, reveal = false) =>
  scenarioVerdictSchema.parse(scenarioVerdict(record(given), reveal));

describe('the verdict on one scenario', () => {
  test('hides the message and the output of a hidden one', () => {
    expect(verdictOf({})).toMatchObject({ message: null, stdout: null });
    expect(verdictOf({}, true)).toMatchObject({ message: 'assert 1 == 2', stdout: 'printed' });
  });

  test('has no hint, diagnosis, exception or seed when it passed', () => {
    const exception = { type: 'KeyError', message: '', frames: [], line: 3 };
    expect(verdictOf({ status: 'passed', exception, failingSeed: 2, facts: [] })).toMatchObject({
      hint: null,
      diagnoses: [],
      exception: null,
      failingSeed: null,
    });
  });

  test('names the seed that failed', () => {
    expect(verdictOf({ failingSeed: 3 }).failingSeed).toBe(3);
  });

  test('says which limit killed it, and where', () => {
    expect(verdictOf({ status: 'killed', killedBy: 'memory', line: 8 }).diagnoses).toEqual([
      { code: 'resource_limit', resource: 'memory', line: 8 },
    ]);
  });

  test('says what each task of a deadlock waited for, and what was never awaited', () => {
    const report = {
      left: [['worker', 'Queue.get', 9] as const],
      leaked: [],
      unawaited: [['put', 4] as const],
      unhandled: [],
      stdout: '',
    };
    expect(verdictOf({ status: 'deadlocked', report, facts: [] }).diagnoses).toEqual([
      { code: 'deadlock', waiting: [{ task: 'worker', on: 'Queue.get', line: 9 }] },
      { code: 'never_awaited', name: 'put', line: 4 },
    ]);
  });

  test('one that ran out of time lasted until its deadline', () => {
    const verdict = verdictOf({ status: 'out_of_time', deadlineNs: 5 * SECOND });
    expect(verdict.diagnoses).toEqual([{ code: 'out_of_time', deadlineNs: 5 * SECOND, line: null }]);
    expect(verdict.virtualNs).toBe(5 * SECOND);
  });

  test('an interpreter that could not report leaves gaps, not an error', () => {
    expect(verdictOf({ report: null, status: 'deadlocked' }, true)).toMatchObject({
      stdout: '',
      diagnoses: [{ code: 'deadlock', waiting: [] }],
    });
  });
});
