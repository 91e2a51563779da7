// From how a run ended, in the sandbox's terms, to the record that the verdict is made of.
import { Trace } from '../world/trace.ts';
import type { ScenarioRecord } from '../verdict/scenario-verdict.ts';
import type { Verdict } from '../verdict/schema.ts';
import type { JudgedScenario } from './judge.ts';
import { originSchema } from './requests.ts';
import type { RanOnce, RunResult } from './run-result.ts';

type DescribedException = NonNullable<ScenarioRecord['exception']>;

/** A student's traceback as its interpreter described it, checked; null when there is none or it is unreadable. */
function exceptionOf(origin: unknown): DescribedException | null {
  const parsed = originSchema.safeParse(origin);
  if (!parsed.success) return null;
  const { type, message, frames, line, cause } = parsed.data;
  return {
    type,
    message,
    line,
    cause: cause ?? null,
    frames: frames.map(([file, at, name, text]) => ({ file, line: at, function: name, text })),
  };
}

/** Non-null when the submission could not even be loaded. */
export function describeLoadFailure({ loading, failure, result }: RanOnce, loopLine: number | null): Verdict['error'] {
  if (failure !== null) {
    const exception = exceptionOf(failure);
    const { type, message, line } = exception ?? { type: 'Exception', message: '', line: null };
    const { frames } = exception ?? { frames: [] };
    return { diagnosis: { code: 'does_not_import', type, message, line }, exception: { type, message, frames } };
  }
  if (!loading) return null;
  const { end, line } = result;
  if (end.by === 'limit') {
    const { resource } = end;
    return {
      diagnosis: { code: 'resource_limit', resource, line: resource === 'cpu' ? loopLine : line },
      exception: null,
    };
  }
  if (end.by === 'world' && end.ending.kind === 'out_of_time')
    return { diagnosis: { code: 'out_of_time', deadlineNs: end.ending.deadlineNs, line: null }, exception: null };
  if (end.by === 'world' && end.ending.kind === 'deadlock')
    return { diagnosis: { code: 'deadlock', waiting: [] }, exception: null };
  return { diagnosis: { code: 'resource_limit', resource: 'steps', line }, exception: null };
}

/** The record of a scenario that was run. */
export function describeEnd(
  result: RunResult,
  outline: JudgedScenario,
  deadlineNs: number,
  failingSeed: number | null,
  loopLine: number | null,
): ScenarioRecord {
  const { end, world, report } = result;
  // A host that saw the end coming knows no line; the task that stands in one is the best guess.
  const line = result.line ?? report?.left.find(([, , at]) => at !== null)?.[2] ?? null;
  const base = {
    outline,
    deadlineNs,
    failingSeed,
    line,
    report,
    trace: world.trace,
    nowNs: world.now,
    killedBy: null,
    message: null,
    facts: [],
    exception: null,
  };
  // How far processor time reaches depends on the machine and the hour: nothing of it may be in a verdict.
  if (end.by === 'limit' && end.resource === 'cpu') return describeGivenUp(outline, deadlineNs, failingSeed, loopLine);
  if (end.by === 'limit') return { ...base, status: 'killed', killedBy: end.resource };
  if (end.by === 'world') {
    if (end.ending.kind === 'steps') return { ...base, status: 'killed', killedBy: 'steps' };
    return { ...base, status: end.ending.kind === 'deadlock' ? 'deadlocked' : 'out_of_time' };
  }
  const { status, message, facts, origin } = end.end;
  return {
    ...base,
    status,
    message,
    facts,
    exception: exceptionOf(origin ?? (status === 'failed' ? report?.errors[0] : null)),
  };
}

/**
 * The record of a scenario that used up its processor time, or was not run because others had shown that it would.
 * `loopLine`: where the text has a loop without an end.
 */
export function describeGivenUp(
  outline: JudgedScenario,
  deadlineNs: number,
  failingSeed: number | null,
  loopLine: number | null,
): ScenarioRecord {
  return {
    outline,
    deadlineNs,
    failingSeed,
    line: loopLine,
    report: null,
    trace: new Trace(0),
    nowNs: 0,
    status: 'killed',
    killedBy: 'cpu',
    message: null,
    facts: [],
    exception: null,
  };
}
