// From what was recorded and what was asserted to why it failed. Pure: the same run gives the same diagnoses.
import { peakOverlap, unionNs } from '../world/intervals.ts';
import { isSavedByOverlap } from './saved-time.ts';
import type { Trace, TraceRow } from '../world/trace.ts';
import { unhandledKinds, type Diagnosis } from './schema.ts';

/** What a failed assertion compared. */
export interface ObservedFact {
  readonly what: string;
  readonly service?: string | null | undefined;
  readonly got?: number | string | null | undefined;
  readonly expected?: number | string | null | undefined;
  readonly name?: string | null | undefined;
  readonly line?: number | null | undefined;
  readonly missing?: readonly string[] | undefined;
  readonly extra?: readonly string[] | undefined;
  readonly position?: number | undefined;
}

/** What is known of a scenario that did not pass. */
export interface Evidence {
  readonly trace: Trace;
  readonly nowNs: number;
  readonly facts: readonly ObservedFact[];
  /** The submission's own report: [name, line] of coroutines never awaited; [name, waits on, line] of tasks left over. */
  readonly unawaited: readonly (readonly [string, number | null])[];
  readonly left: readonly (readonly [string, string, number | null])[];
  /** Exceptions that reached nobody: [where it came out, type, text, line]. */
  readonly unhandled: readonly (readonly [UnhandledKind, string, string, number | null])[];
  /** The student's exception, where one came out. */
  readonly exception: (Raised & { cause?: Raised | null }) | null;
}

interface Raised {
  type: string;
  message: string;
  line: number | null;
}

export type UnhandledKind = (typeof unhandledKinds)[number];

const MAX_DIAGNOSES = 4;
/** Stands for all services together; the sentences then speak of calls only. */
const ANY_SERVICE = '';

/** The diagnoses of a scenario whose assertion failed or that ended with an exception; the most telling first. */
export function diagnose(evidence: Evidence): Diagnosis[] {
  const { exception } = evidence;
  const found: Diagnosis[] = [];
  for (const fact of evidence.facts) found.push(...explain(fact, evidence));
  found.push(...mishaps(evidence));
  if (exception) {
    const { type, message, line, cause } = exception;
    found.push({ code: 'exception', type, message, line, ...(cause ? { cause } : {}) });
  }
  const explained = found.some(({ code }) => code !== 'wrong_value' && code !== 'check_failed');
  // `await time.sleep(1)` raises only after it has stopped everything.
  if (!explained || exception) found.push(...blockedLoop(evidence));
  const told = found.some(({ code }) => REASONS.includes(code));
  // "The answer is wrong" says nothing next to the reason why it is.
  const telling = told ? found.filter(({ code }) => !ABOUT_THE_ANSWER.includes(code)) : found;
  const distinct = [...new Map(telling.map((one) => [JSON.stringify(one), one])).values()];
  // A never-awaited coroutine explains a wrong value, a missing call or an odd time better than these do themselves.
  distinct.sort((a, b) => rank(a) - rank(b));
  return distinct.length > 0 ? distinct.slice(0, MAX_DIAGNOSES) : [{ code: 'check_failed' }];
}

/** What Python itself complains of, whatever the scenario looked at. */
export function mishaps({ unawaited, unhandled }: Evidence): Diagnosis[] {
  return [
    ...inOrderOfLines(unawaited)
      .slice(0, 3)
      .map(([name, line]) => ({ code: 'never_awaited' as const, name, line })),
    ...unhandled
      .slice(0, 2)
      .map(([what, type, message, line]) => ({ code: 'unhandled' as const, what, type, message, line })),
  ];
}

function inOrderOfLines(unawaited: Evidence['unawaited']): Evidence['unawaited'] {
  return [...unawaited].sort(([, a], [, b]) => (a ?? Infinity) - (b ?? Infinity));
}

const ABOUT_THE_ANSWER: readonly Diagnosis['code'][] = ['wrong_value', 'wrong_order', 'answer_not_awaited'];

/** Next to one of these "the answer is wrong" says nothing. */
const REASONS: readonly Diagnosis['code'][] = ['exception', 'never_awaited', 'blocked_loop', 'unhandled', 'warned'];

const RANK: Partial<Record<Diagnosis['code'], number>> = {
  missing_name: 0,
  not_a_coroutine_function: 0,
  not_a_plain_function: 0,
  exception: 1,
  never_awaited: 2,
  answer_not_awaited: 2,
  unhandled: 2,
  warned: 2,
  blocked_loop: 3,
  limit_exceeded: 4,
  too_few_at_once: 4,
  serial: 4,
  tasks_left: 5,
  wrong_cancellation: 5,
  told: 6,
  wrong_count: 6,
  expected_exception: 6,
  wrong_event: 6,
  wrong_list: 6,
  wrong_time: 7,
  wrong_moment: 7,
  wrong_call_time: 7,
  wrong_order: 8,
  wrong_value: 8,
  check_failed: 9,
};

const rank = (diagnosis: Diagnosis) => RANK[diagnosis.code] ?? 6;

function explain(fact: ObservedFact, evidence: Evidence): Diagnosis[] {
  switch (fact.what) {
    case 'elapsed':
      return explainTime(fact, evidence);
    case 'peak':
      return explainPeak(fact, evidence);
    case 'calls':
    case 'queries':
    case 'threads':
    case 'processes':
      return explainCount(fact.what, fact, evidence);
    case 'cancelled':
      return explainCancelled(fact);
    case 'list':
    case 'moment':
      return explainEntry(fact);
    case 'events':
      return explainEvent(fact);
    case 'begins':
    case 'ends':
      return explainCallTime(fact.what === 'begins' ? 'begin' : 'end', fact, evidence);
    case 'order':
      return [{ code: 'wrong_order' }];
    case 'blocked':
      return blockedLoop(evidence);
    case 'leaked':
      return [tasksLeft(evidence)];
    case 'warnings':
      return warned(fact);
    case 'unhandled':
      return unhandled(fact);
    case 'raises':
      return [
        {
          code: 'expected_exception',
          expected: String(fact.expected),
          got: fact.got == null ? null : String(fact.got),
        },
      ];
    case 'cause':
      return [
        {
          code: 'wrong_cause',
          error: String(fact.name),
          expected: String(fact.expected),
          got: fact.got == null ? null : String(fact.got),
        },
      ];
    case 'missing':
      return [{ code: 'missing_name', name: String(fact.name) }];
    case 'not_async':
      // `assert not about(f).is_coroutine_function` wants the opposite.
      if (fact.got === 1) return [{ code: 'not_a_plain_function', name: String(fact.name) }];
      return [{ code: 'not_a_coroutine_function', name: String(fact.name) }];
    case 'not_awaited':
      return notAwaited(fact, evidence);
    case 'none':
      return [{ code: 'answer_is_none', ...given(fact) }];
    case 'value':
      return [{ code: 'wrong_value', call: null, ...given(fact) }];
    case 'told':
      return [{ code: 'told', en: String(fact.name), zh: String(fact.got) }];
    default:
      return []; // 'exception' and 'unawaited' are told by the evidence itself
  }
}

/** What the submission gave in place of what was expected. */
function given({ got }: ObservedFact): { got?: string } {
  return typeof got === 'string' ? { got } : {};
}

function notAwaited({ name, got, service }: ObservedFact, { unawaited }: Evidence): Diagnosis[] {
  // Of a coroutine that the submission made the evidence knows the line, too.
  if (unawaited.some(([one]) => one === name)) return [];
  const kind = got === 'coroutine' ? 'coroutine' : 'awaitable';
  return [{ code: 'answer_not_awaited', kind, name: String(name), inside: service === 'inside' }];
}

function warned({ name, got, line }: ObservedFact): Diagnosis[] {
  if (name == null) return []; // the assertion wanted one and there was none
  // A coroutine never awaited has a sentence of its own, and the evidence tells it.
  if (name === 'RuntimeWarning' && String(got).endsWith('was never awaited')) return [];
  return [{ code: 'warned', category: name, message: String(got ?? ''), line: line ?? null }];
}

function unhandled({ service, name, got, line }: ObservedFact): Diagnosis[] {
  const what = unhandledKinds.find((kind) => kind === service);
  if (what === undefined) return [];
  return [{ code: 'unhandled', what, type: name ?? '', message: String(got ?? ''), line: line ?? null }];
}

function explainTime(fact: ObservedFact, evidence: Evidence): Diagnosis[] {
  if (typeof fact.got !== 'number' || typeof fact.expected !== 'number') return [{ code: 'check_failed' }];
  const tookNs = toNs(fact.got);
  const expectedNs = toNs(fact.expected);
  if (tookNs > expectedNs) {
    const blocked = blockedLoop(evidence);
    if (blocked.length > 0) return blocked;
    const serial = mostSerialService(evidence, tookNs, expectedNs);
    if (serial) return [serial];
  }
  return [{ code: 'wrong_time', tookNs, expectedNs }];
}

function explainPeak(fact: ObservedFact, evidence: Evidence): Diagnosis[] {
  const { service, got, expected } = fact;
  if (typeof got !== 'number' || typeof expected !== 'number') return [{ code: 'check_failed' }];
  const name = service ?? ANY_SERVICE;
  if (got > expected) {
    const line = callsOf(evidence.trace, name)[0]?.line ?? null;
    return [{ code: 'limit_exceeded', service: name, peak: got, limit: expected, line }];
  }
  const blocked = blockedLoop(evidence);
  if (blocked.length > 0) return blocked;
  const line = callsOf(evidence.trace, name)[0]?.line ?? null;
  if (got === 0)
    return [{ code: 'wrong_count', of: 'calls', service: service ?? null, got, expected: Math.ceil(expected), line }];
  if (got === 1) return [serialOf(name, evidence)];
  return [{ code: 'too_few_at_once', service: name, peak: got, expected: Math.ceil(expected), line }];
}

function explainCallTime(edge: 'begin' | 'end', fact: ObservedFact, evidence: Evidence): Diagnosis[] {
  const { service, got, expected, position } = fact;
  if (service == null || typeof expected !== 'number' || position === undefined)
    return [{ code: 'wrong_value', call: null }];
  const blocked = blockedLoop(evidence);
  if (blocked.length > 0) return blocked;
  const atNs = typeof got === 'number' ? toNs(got) : null;
  return [{ code: 'wrong_call_time', edge, service, position, atNs, expectedNs: toNs(expected) }];
}

type Counted = Extract<Diagnosis, { code: 'wrong_count' }>['of'];

function explainCount(of: Counted, fact: ObservedFact, { trace }: Evidence): Diagnosis[] {
  const { service, got, expected } = fact;
  if (typeof got !== 'number' || typeof expected !== 'number') return [{ code: 'check_failed' }];
  const rows =
    of === 'threads' || of === 'processes'
      ? trace.rows.filter((row) => row.kind === 'thread' && (row.isProcess ?? false) === (of === 'processes'))
      : callsOf(trace, service ?? 'database');
  const line = rows[0]?.line ?? null;
  return [{ code: 'wrong_count', of, service: service ?? null, got, expected, line }];
}

function explainCancelled({ service, missing, extra }: ObservedFact): Diagnosis[] {
  if (missing === undefined || extra === undefined)
    return [service ? { code: 'wrong_cancellation', missing: [], extra: [service] } : { code: 'check_failed' }];
  return [{ code: 'wrong_cancellation', missing: missing.slice(0, 5), extra: extra.slice(0, 5) }];
}

function explainEntry({ what, name, got, expected, position }: ObservedFact): Diagnosis[] {
  if (typeof got !== 'number' || typeof expected !== 'number' || position === undefined)
    return [{ code: 'wrong_value', call: null }];
  if (what === 'list') return [{ code: 'wrong_list', position, got, expected, entry: name ?? null }];
  return [{ code: 'wrong_moment', position, atNs: toNs(got), expectedNs: toNs(expected) }];
}

function explainEvent({ name, got, expected }: ObservedFact): Diagnosis[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return [{ code: 'wrong_event', after: text(name), got: text(got), expected: text(expected) }];
}

function toNs(seconds: number): number {
  return Math.max(0, Math.min(Math.round(seconds * 1e9), Number.MAX_SAFE_INTEGER));
}

function callsOf(trace: Trace, service: string): TraceRow[] {
  return trace.rows.filter((row) => row.kind === 'call' && (service === ANY_SERVICE || row.label === service));
}

const intervalOf = (row: TraceRow, nowNs: number) => ({ beginNs: row.beginNs, endNs: row.endNs ?? nowNs });

/** The longest stretch of standing still first. `waiting`: other work that was under way and could not go on. */
export function blockedLoop({ trace, nowNs }: Evidence): Diagnosis[] {
  const byLine = new Map<string, { by: string; line: number | null; ns: number; waiting: number }>();
  for (const block of trace.blocks) {
    const key = `${block.by}:${block.line}`;
    const sum = byLine.get(key) ?? { by: block.by, line: block.line, ns: 0, waiting: 0 };
    sum.ns += block.endNs - block.beginNs;
    const own = lineage(trace, block.row);
    const held = trace.rows.filter(
      (row) =>
        row.kind === 'task' &&
        (row.parent === null || row.line !== null) && // not what a framework keeps for itself
        !own.has(row.id) &&
        row.beginNs < block.endNs &&
        (row.endNs ?? nowNs) > block.beginNs,
    ).length;
    sum.waiting = Math.max(sum.waiting, held);
    byLine.set(key, sum);
  }
  const [worst] = [...byLine.values()].sort((a, b) => b.ns - a.ns);
  return worst ? [{ code: 'blocked_loop', ...worst }] : [];
}

/** A row and those that started it, up to the call of the scenario. */
function lineage(trace: Trace, row: number | null): Set<number> {
  const parents = new Map(trace.rows.map(({ id, parent }) => [id, parent]));
  const ids = new Set<number>();
  for (let id = row; id !== null && !ids.has(id); id = parents.get(id) ?? null) ids.add(id);
  return ids;
}

function serialOf(service: string, evidence: Evidence): Diagnosis & { code: 'serial' } {
  const calls = callsOf(evidence.trace, service);
  const intervals = calls.map((row) => intervalOf(row, evidence.nowNs));
  return {
    code: 'serial',
    service,
    calls: calls.length,
    tookNs: unionNs(intervals),
    possibleNs: Math.max(0, ...intervals.map(({ beginNs, endNs }) => endNs - beginNs)),
    line: calls[0]?.line ?? null,
  };
}

/** The service whose calls most clearly ran one after another, or all calls together when no single one explains it. */
function mostSerialService(evidence: Evidence, tookNs: number, expectedNs: number): Diagnosis | null {
  // What has neither a line nor a task was called by the scenario: a heart that beats, for instance.
  const calls = callsOf(evidence.trace, ANY_SERVICE).filter(({ line, parent }) => line !== null || parent !== null);
  const all = calls.map((row) => intervalOf(row, evidence.nowNs));
  const durations = all.map(({ beginNs, endNs }) => endNs - beginNs);
  // A pause in which nothing is called can run beside calls, too.
  const pauseNs = Math.max(0, tookNs - unionNs(all));
  if (!isSavedByOverlap([...durations, pauseNs], tookNs - expectedNs)) return null;
  const names = new Set(calls.map((row) => row.label));
  let best: (Diagnosis & { code: 'serial' }) | null = null;
  for (const name of [...names, ANY_SERVICE]) {
    const intervals = callsOf(evidence.trace, name).map((row) => intervalOf(row, evidence.nowNs));
    if (intervals.length < 2 || peakOverlap(intervals) > 1 || (name === ANY_SERVICE && best)) continue;
    const found = serialOf(name, evidence);
    // Calls that take no time lose none by coming one after another.
    if (found.tookNs > found.possibleNs && (!best || found.tookNs > best.tookNs)) best = found;
  }
  return best ? { ...best, tookNs, possibleNs: expectedNs } : null;
}

function tasksLeft({ left, trace }: Evidence): Diagnosis {
  const open = trace.rows.filter((row) => row.kind === 'task' && row.endNs === null && row.parent !== null);
  const names = left.length > 0 ? left.map(([name]) => name) : open.map((row) => row.label);
  const line = open.find((row) => row.line !== null)?.line ?? left[0]?.[2] ?? null;
  return { code: 'tasks_left', count: Math.max(names.length, 1), names: names.slice(0, 5), line };
}
