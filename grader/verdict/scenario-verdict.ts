// From the end of a scenario to its part of the verdict. Pure.
import type { Trace } from '../world/trace.ts';
import { blockedLoop, diagnose, mishaps, type Evidence, type ObservedFact } from './diagnose.ts';
import type { Diagnosis, Localised, ScenarioStatus, ScenarioVerdict, StudentException } from './schema.ts';
import { timelineOf } from './timeline.ts';

/** The end of a scenario run, free of anything that belongs to the sandbox. */
export interface ScenarioRecord {
  readonly outline: { name: Localised; visible: boolean; weight: number; hint: Localised | null };
  readonly status: ScenarioStatus;
  readonly killedBy: ScenarioVerdict['killedBy'];
  readonly message: string | null;
  readonly facts: readonly ObservedFact[];
  readonly exception: (StudentException & NonNullable<Evidence['exception']>) | null;
  readonly trace: Trace;
  readonly nowNs: number;
  readonly deadlineNs: number;
  readonly line: number | null;
  readonly report: {
    left: readonly (readonly [string, string, number | null])[];
    leaked: readonly (readonly [string, string, number | null])[];
    unawaited: readonly (readonly [string, number | null])[];
    unhandled: Evidence['unhandled'];
    stdout: string;
  } | null;
  readonly failingSeed: number | null;
}

/** `reveal`: whether messages and output may be shown (visible scenarios, or an author is asking). */
export function scenarioVerdict(record: ScenarioRecord, reveal: boolean): ScenarioVerdict {
  const { outline, status } = record;
  const passed = status === 'passed';
  return {
    name: outline.name,
    visible: outline.visible,
    weight: outline.weight,
    status,
    killedBy: record.killedBy,
    message: reveal ? record.message : null,
    hint: passed ? null : outline.hint,
    diagnoses: passed ? [] : diagnosesOf(record),
    exception: passed || !record.exception ? null : withoutLine(record.exception),
    virtualNs: status === 'out_of_time' ? record.deadlineNs : record.nowNs,
    stdout: reveal ? (record.report?.stdout ?? '') : null,
    // Of a run that was cut off there may be nothing to draw.
    timeline: status === 'killed' && record.trace.rows.length === 0 ? null : timelineOf(record.trace, record.nowNs),
    failingSeed: passed ? null : record.failingSeed,
  };
}

function withoutLine({ type, message, frames }: StudentException): StudentException {
  return { type, message, frames };
}

function diagnosesOf(record: ScenarioRecord): Diagnosis[] {
  const { status, report, trace, nowNs, facts, exception, killedBy, line } = record;
  const { unawaited = [], left = [], leaked = [], unhandled = [] } = report ?? {};
  const evidence = { trace, nowNs, facts, exception, unawaited, left: leaked, unhandled };
  if (status === 'killed') return [{ code: 'resource_limit', resource: killedBy ?? 'exit', line }];
  if (status === 'deadlocked') {
    const waiting = left.map(([task, on, at]) => ({ task: task.slice(0, 120), on: on.slice(0, 120), line: at }));
    return [{ code: 'deadlock', waiting: waiting.slice(0, 5) }, ...mishaps(evidence)];
  }
  if (status === 'out_of_time')
    return [
      { code: 'out_of_time', deadlineNs: record.deadlineNs, line },
      ...blockedLoop(evidence),
      ...mishaps(evidence),
    ];
  return diagnose(evidence);
}
