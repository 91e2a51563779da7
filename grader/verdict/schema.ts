// The verdict: the versioned report on one submission. Stored whole, shown by the site, printed by the CLI.
// It speaks only of the submission; trouble of our own (a dead child, a broken pack) is never expressed here.
// Knows zod and nothing else, so that the browser may import it. No wall-clock time and no random id may ever
// enter a verdict: the same submission and pack must give the same bytes.
import { z } from 'zod';

/** Bump when a stored verdict can no longer be read by the code that shows it. */
export const VERDICT_SCHEMA_VERSION = 1;

/** A sentence in both languages of the product. */
export const localisedSchema = z.strictObject({ en: z.string(), zh: z.string() });

/** Virtual time: integer nanoseconds since the scenario began. */
export const virtualNsSchema = z.int().nonnegative();

const lineSchema = z.int().positive().nullable();

/** How one piece of work ended; `unfinished` means it was still going on when the scenario ended. */
export const outcomeSchema = z.enum(['ok', 'error', 'cancelled', 'unfinished']);

/** One bar of the concurrency timeline: a task, a call to a service, or a body running in a (virtual) thread. */
export const timelineRowSchema = z.strictObject({
  id: z.int(),
  /** The row of the task or thread that started this one; null for the calls the scenario itself made. */
  parent: z.int().nullable(),
  kind: z.enum(['task', 'call', 'thread']),
  label: z.string().max(120),
  /** Line of the student's file that started it. */
  line: lineSchema,
  beginNs: virtualNsSchema,
  endNs: virtualNsSchema,
  outcome: outcomeSchema,
});

/** A stretch of virtual time during which the event loop stood still. */
export const blockedIntervalSchema = z.strictObject({
  /** The row of the task that blocked, where known. */
  row: z.int().nullable(),
  /** What blocked: `time.sleep`, or the name of a blocking service. */
  by: z.string().max(120),
  line: lineSchema,
  beginNs: virtualNsSchema,
  endNs: virtualNsSchema,
});

export const timelineSchema = z.strictObject({
  endNs: virtualNsSchema,
  /** Rows in order of begin, ties in order of creation. */
  rows: z.array(timelineRowSchema),
  blocked: z.array(blockedIntervalSchema),
  /** True when the trace was longer than its cap and the rest was left out. */
  truncated: z.boolean(),
});

/** What a waiting task waited for when nothing was left that could wake it. */
const waitingSchema = z.strictObject({ task: z.string().max(120), on: z.string().max(120), line: lineSchema });

/** Where an exception came out that reached nobody; `ignored` is what `__del__` and other clean-up raises. */
export const unhandledKinds = ['task', 'future', 'callback', 'loop', 'thread', 'ignored'] as const;

/**
 * Why a scenario did not pass, as data. `sentences.ts` turns it into the sentence a good teacher would say, in
 * either language. The most telling diagnosis comes first.
 */
export const diagnosisSchema = z.discriminatedUnion('code', [
  /** Calls that could have overlapped ran one after another. */
  z.strictObject({
    code: z.literal('serial'),
    service: z.string(),
    calls: z.int(),
    tookNs: virtualNsSchema,
    possibleNs: virtualNsSchema,
    line: lineSchema,
  }),
  /** The event loop stood still. `waiting` counts the other tasks and calls that were held up. */
  z.strictObject({
    code: z.literal('blocked_loop'),
    by: z.string(),
    line: lineSchema,
    ns: virtualNsSchema,
    waiting: z.int(),
  }),
  z.strictObject({ code: z.literal('never_awaited'), name: z.string(), line: lineSchema }),
  /** An exception that reached nobody, as the submission's own runtime noticed it. */
  z.strictObject({
    code: z.literal('unhandled'),
    what: z.enum(unhandledKinds),
    type: z.string(),
    message: z.string(),
    line: lineSchema,
  }),
  /** A warning of Python's where the scenario wants none. */
  z.strictObject({ code: z.literal('warned'), category: z.string(), message: z.string(), line: lineSchema }),
  z.strictObject({ code: z.literal('tasks_left'), count: z.int(), names: z.array(z.string()), line: lineSchema }),
  /** More calls in flight at once than were allowed. */
  z.strictObject({
    code: z.literal('limit_exceeded'),
    service: z.string(),
    peak: z.int(),
    limit: z.int(),
    line: lineSchema,
  }),
  /** Calls overlapped, but fewer of them than could have. */
  z.strictObject({
    code: z.literal('too_few_at_once'),
    service: z.string(),
    peak: z.int(),
    expected: z.int(),
    line: lineSchema,
  }),
  z.strictObject({ code: z.literal('deadlock'), waiting: z.array(waitingSchema) }),
  /** It took longer (or shorter) than it must; used where neither `serial` nor `blocked_loop` explains it. */
  z.strictObject({ code: z.literal('wrong_time'), tookNs: virtualNsSchema, expectedNs: virtualNsSchema }),
  /** Calls of a service, queries or calls in threads were too many or too few. `service` is set for calls only. */
  z.strictObject({
    code: z.literal('wrong_count'),
    of: z.enum(['calls', 'queries', 'threads', 'processes']),
    service: z.string().nullable(),
    got: z.number(),
    expected: z.number(),
    line: lineSchema,
  }),
  /** Services whose calls should have been cancelled and were not, and the other way round. */
  z.strictObject({ code: z.literal('wrong_cancellation'), missing: z.array(z.string()), extra: z.array(z.string()) }),
  /** A list of the scenario does not hold what it should: entry `position` is another, or there are too few or too many. */
  z.strictObject({
    code: z.literal('wrong_list'),
    position: z.int().positive(),
    got: z.int(),
    expected: z.int(),
    /** What the submission put there, as Python writes it; null where it put nothing or too much. */
    entry: z.string().nullable(),
  }),
  /** The right entry, made at the wrong moment. */
  z.strictObject({
    code: z.literal('wrong_moment'),
    position: z.int().positive(),
    atNs: virtualNsSchema,
    expectedNs: virtualNsSchema,
  }),
  /** Starts and ends of calls came in another order: after `after` (null: first of all) came `got` (null: nothing). */
  z.strictObject({
    code: z.literal('wrong_event'),
    after: z.string().nullable(),
    got: z.string().nullable(),
    expected: z.string().nullable(),
  }),
  /** What came back, or something in it, is a coroutine or another awaitable where its result should be. */
  z.strictObject({
    code: z.literal('answer_not_awaited'),
    kind: z.enum(['coroutine', 'awaitable']),
    name: z.string(),
    inside: z.boolean(),
  }),
  /** The `position`-th call of a service began or ended (null: had not ended) at another moment than it should. */
  z.strictObject({
    code: z.literal('wrong_call_time'),
    edge: z.enum(['begin', 'end']),
    service: z.string(),
    position: z.int().positive(),
    atNs: virtualNsSchema.nullable(),
    expectedNs: virtualNsSchema,
  }),
  /** The answer has the right items, in another order. */
  z.strictObject({ code: z.literal('wrong_order') }),
  /** The answer is None where something is needed. */
  z.strictObject({ code: z.literal('answer_is_none'), got: z.string().optional() }),
  /** The answer is not the expected one. `call` names the student's function where known, `got` is what it gave. */
  z.strictObject({ code: z.literal('wrong_value'), call: z.string().nullable(), got: z.string().optional() }),
  /** The scenario's own sentence. */
  z.strictObject({ code: z.literal('told'), en: z.string(), zh: z.string() }),
  z.strictObject({
    code: z.literal('exception'),
    type: z.string(),
    message: z.string(),
    line: lineSchema,
    /** The exception that it was made from. */
    cause: z.strictObject({ type: z.string(), message: z.string(), line: lineSchema }).optional(),
  }),
  /** An error was expected and none came, or one of another type. */
  z.strictObject({ code: z.literal('expected_exception'), expected: z.string(), got: z.string().nullable() }),
  /** The right error, made from nothing (null) or from another one than it should. */
  z.strictObject({
    code: z.literal('wrong_cause'),
    error: z.string(),
    expected: z.string(),
    got: z.string().nullable(),
  }),
  /** A name the scenario needs is not there, or is not what it must be (for example not an `async def`). */
  z.strictObject({ code: z.literal('missing_name'), name: z.string() }),
  z.strictObject({ code: z.literal('not_a_coroutine_function'), name: z.string() }),
  /** The other way round: it must be a plain `def`. */
  z.strictObject({ code: z.literal('not_a_plain_function'), name: z.string() }),
  /** The virtual deadline passed. */
  z.strictObject({ code: z.literal('out_of_time'), deadlineNs: virtualNsSchema, line: lineSchema.default(null) }),
  /** A resource limit of the sandbox was reached. */
  z.strictObject({
    code: z.literal('resource_limit'),
    resource: z.enum(['cpu', 'memory', 'output', 'steps', 'messages', 'recursion', 'exit']),
    line: lineSchema,
  }),
  z.strictObject({ code: z.literal('does_not_import'), type: z.string(), message: z.string(), line: lineSchema }),
  /** Used for what no other code covers. */
  z.strictObject({ code: z.literal('check_failed') }),
]);

/** One line of the student's own traceback; frames of ours and of libraries are cut away. */
export const frameSchema = z.strictObject({
  file: z.enum(['submission.py', 'support.py']),
  line: z.int(),
  function: z.string(),
  text: z.string(),
});

export const studentExceptionSchema = z.strictObject({
  type: z.string(),
  message: z.string(),
  frames: z.array(frameSchema),
});

export const scenarioStatusSchema = z.enum(['passed', 'failed', 'errored', 'deadlocked', 'out_of_time', 'killed']);

export const scenarioVerdictSchema = z.strictObject({
  /** The author's name for the scenario; `name.en` identifies it within its exercise. */
  name: localisedSchema,
  visible: z.boolean(),
  weight: z.int().positive(),
  status: scenarioStatusSchema,
  killedBy: z.enum(['cpu', 'memory', 'output', 'steps', 'messages', 'recursion', 'exit']).nullable(),
  /** Both sides of the failed assertion. Null for hidden scenarios unless graded for an author. */
  message: z.string().nullable(),
  /** Shown when the scenario did not pass. */
  hint: localisedSchema.nullable(),
  diagnoses: z.array(diagnosisSchema),
  exception: studentExceptionSchema.nullable(),
  virtualNs: virtualNsSchema,
  /** What the submission printed; null for hidden scenarios unless graded for an author. */
  stdout: z.string().nullable(),
  timeline: timelineSchema.nullable(),
  /** With `seeds=N`: the first seed that did not pass. */
  failingSeed: z.int().nullable(),
});

export const verdictSchema = z.strictObject({
  schemaVersion: z.literal(VERDICT_SCHEMA_VERSION),
  exercise: z.strictObject({ slug: z.string(), contentHash: z.string() }),
  /** `visible`: a Run, visible scenarios only. `all`: a Submit. */
  mode: z.enum(['visible', 'all']),
  /** `errored`: the source does not compile or does not import; then there are no scenario results. */
  status: z.enum(['passed', 'failed', 'errored']),
  score: z.strictObject({ earned: z.int().nonnegative(), possible: z.int().positive() }),
  /** With `errored`: a `does_not_import` or `resource_limit` diagnosis. */
  error: z.strictObject({ diagnosis: diagnosisSchema, exception: studentExceptionSchema.nullable() }).nullable(),
  scenarios: z.array(scenarioVerdictSchema),
  /** Which interpreter judged: a change here explains a changed verdict. */
  engine: z.strictObject({ python: z.string(), image: z.string() }),
});

export type Localised = z.infer<typeof localisedSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type ScenarioVerdict = z.infer<typeof scenarioVerdictSchema>;
export type ScenarioStatus = z.infer<typeof scenarioStatusSchema>;
export type Diagnosis = z.infer<typeof diagnosisSchema>;
export type StudentException = z.infer<typeof studentExceptionSchema>;
export type Timeline = z.infer<typeof timelineSchema>;
export type TimelineRow = z.infer<typeof timelineRowSchema>;
export type BlockedInterval = z.infer<typeof blockedIntervalSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
