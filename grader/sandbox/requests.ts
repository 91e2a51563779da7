// What the two interpreters may ask of the host, checked field by field: the submission's side is hostile.
import { z } from 'zod';
import { MAX_VIRTUAL_NS } from '../world/time.ts';
import { unhandledKinds } from '../verdict/schema.ts';
import { isNestedDeeperThan } from './json-depth.ts';

/** Four times what the interpreters themselves write for the deepest value they let across. */
const MAX_PAYLOAD_DEPTH = 500;

const ns = z.int().min(0).max(MAX_VIRTUAL_NS);
const line = z.int().min(1).max(1_000_000).nullable();
const row = z.int().min(1).max(999_999_999).nullable();
const number = z.int().min(0).max(1_000_000_000);
const callNumber = z.int().min(0).max(2_000_000_000);
const label = z.string().max(200);
/** An encoded value: text for the other interpreter, which reads it recursively. */
const payload = z
  .string()
  .max(4 * 1024 * 1024)
  .refine((text) => !isNestedDeeperThan(MAX_PAYLOAD_DEPTH, text), 'nested too deeply');

/** Numbers that an interpreter gives to its waits. */
const wait = z.int().min(1).max(999_999_999);

/**
 * A task or the body of a thread or a process began ([…, row, parent, label, line]) or ended ([…, row, null, outcome, null]), or a wait
 * is over (['wake', number, …]; 0 is the wait of the loop). One shape, because there are many.
 */
const noteSchema = z.tuple([
  z.enum(['task', 'thread', 'process', 'end', 'wake']),
  z.int().min(0).max(999_999_999),
  row,
  label,
  line,
]);
const notes = z.array(noteSchema).max(200_000);
export type Note = z.infer<typeof noteSchema>;

/** The student's traceback as its interpreter describes it; untrusted text. */
export const originSchema = z.object({
  type: z.string().max(200),
  message: z.string().max(600),
  frames: z
    .array(z.tuple([z.enum(['submission.py', 'support.py']), z.int(), z.string().max(200), z.string().max(300)]))
    .max(20),
  line,
  /** The exception that it was made from. */
  cause: z.object({ type: z.string().max(200), message: z.string().max(600), line }).nullish(),
});
export type Origin = z.infer<typeof originSchema>;

/** What an interpreter says of an exception that should never have left it. */
export function describeBroken(result: unknown): string {
  const { data } = originSchema.safeParse(result);
  return data ? `${data.type}: ${data.message}` : 'an exception that cannot be read';
}

/** [kind, encoded value or null, description of the student's traceback or null]. An unreadable description is none. */
export const outcomeSchema = z.tuple([
  z.enum(['ok', 'error', 'cancelled']),
  payload.nullable(),
  originSchema.nullable().catch(null),
]);
export type RemoteOutcome = z.infer<typeof outcomeSchema>;

const operation = z.enum(['get', 'call', 'self', 'module', 'extra', 'about', 'isinstance']);
/** Work in the loop; `inside`, `outside`: a plain call, made with the loop running or without one. */
const work = z.enum(['call', 'self', 'inside', 'outside']);

/** The schema for a request by its operation: looked up, because trying one after the other is slow. */
function schemaFor<Table extends Record<string, z.ZodType>>(table: Table, value: unknown): z.ZodType {
  const operation: unknown = Array.isArray(value) ? value[1] : undefined;
  return (typeof operation === 'string' && Object.hasOwn(table, operation) ? table[operation] : undefined) ?? z.never();
}

/** The legal acts of a submission: wait, block, call, use what it was lent. */
const studentRequests = {
  block: z.tuple([notes, z.literal('block'), ns, line, row]),
  park: z.tuple([notes, z.literal('park'), wait, ns.nullable(), label, line, row]),
  wait: z.tuple([notes, z.literal('wait'), wait, ns.nullable(), line, row]),
  call: z.tuple([notes, z.literal('call'), label, payload, line, row]),
  call_blocking: z.tuple([notes, z.literal('call_blocking'), label, payload, line, row]),
  at_once: z.tuple([notes, z.literal('at_once'), label, payload]),
  thread: z.tuple([notes, z.literal('thread'), wait]),
  cancel: z.tuple([notes, z.literal('cancel'), callNumber]),
  ask: z.tuple([notes, z.literal('ask'), number, z.enum(['get', 'call']), label.nullable(), payload.nullable()]),
  start: z.tuple([notes, z.literal('start'), number, z.enum(['call', 'self']), label.nullable(), payload.nullable()]),
  stop: z.tuple([notes, z.literal('stop'), callNumber, label.nullable()]),
  finished: z.tuple([notes, z.literal('finished'), z.array(z.tuple([callNumber, outcomeSchema]))]),
  exhausted: z.tuple([notes, z.literal('exhausted'), z.enum(['output', 'steps', 'exit']), line]),
};
export type StudentRequest = z.infer<(typeof studentRequests)[keyof typeof studentRequests]>;

/** A request of the submission, checked field by field. Throws ZodError. */
export function parseStudentRequest(value: unknown): StudentRequest {
  return schemaFor(studentRequests, value).parse(value) as StudentRequest;
}

const latency = z.union([ns, z.tuple([ns, ns]), z.literal('ask')]);

/** What a failed assertion compared, so that the trace can explain it. */
const factSchema = z.object({
  what: z.enum([
    'value',
    'order',
    'elapsed',
    'peak',
    'calls',
    'queries',
    'threads',
    'processes',
    'cancelled',
    'list',
    'moment',
    'events',
    'not_awaited',
    'begins',
    'ends',
    'blocked',
    'leaked',
    'unawaited',
    'warnings',
    'unhandled',
    'raises',
    'cause',
    'missing',
    'not_async',
    'none',
    'told',
    'exception',
  ]),
  service: z.string().nullish(),
  got: z.union([z.number(), z.string()]).nullish(),
  expected: z.union([z.number(), z.string()]).nullish(),
  name: z.string().nullish(),
  line: line.optional(),
  /** Of a set of names: what it should hold and does not, and the other way round. */
  missing: z.array(z.string()).optional(),
  extra: z.array(z.string()).optional(),
  position: z.int().positive().optional(),
});

const scenarioEndSchema = z.object({
  status: z.enum(['passed', 'failed', 'errored']),
  message: z.string().nullable(),
  facts: z.array(factSchema),
  origin: z.unknown(),
  line,
});
export type ScenarioEnd = z.infer<typeof scenarioEndSchema>;

const judgeRequests = {
  block: z.tuple([notes, z.literal('block'), ns, line, row]),
  service: z.tuple([notes, z.literal('service'), label, latency, z.int().min(1).nullable()]),
  call: z.tuple([notes, z.literal('call'), label, payload]),
  cancel: z.tuple([notes, z.literal('cancel'), callNumber]),
  server: z.tuple([notes, z.literal('server'), label, z.boolean()]),
  clients: z.tuple([notes, z.literal('clients')]),
  recorded: z.tuple([notes, z.literal('recorded'), label.nullable()]),
  until: z.tuple([notes, z.literal('until'), ns]),
  move_clock: z.tuple([notes, z.literal('move_clock'), z.int().min(-1e12).max(1e12)]),
  blocked: z.tuple([notes, z.literal('blocked')]),
  leaked: z.tuple([notes, z.literal('leaked'), z.boolean()]),
  unawaited: z.tuple([notes, z.literal('unawaited')]),
  warnings: z.tuple([notes, z.literal('warnings')]),
  unhandled: z.tuple([notes, z.literal('unhandled')]),
  threads: z.tuple([notes, z.literal('threads'), z.boolean()]),
  stdout: z.tuple([notes, z.literal('stdout')]),
  ask: z.tuple([notes, z.literal('ask'), number, operation, label.nullable(), payload.nullable()]),
  start: z.tuple([notes, z.literal('start'), number, work, label.nullable(), payload.nullable()]),
  stop: z.tuple([notes, z.literal('stop'), callNumber, label.nullable()]),
  work: z.tuple([notes, z.literal('work')]),
  ended: z.tuple([notes, z.literal('ended'), scenarioEndSchema]),
};
export type JudgeRequest = z.infer<(typeof judgeRequests)[keyof typeof judgeRequests]>;

/** A request of the judge. Throws ZodError. */
export function parseJudgeRequest(value: unknown): JudgeRequest {
  return schemaFor(judgeRequests, value).parse(value) as JudgeRequest;
}

export const pumpResultSchema = z.tuple([ns.nullable(), z.boolean(), z.array(z.tuple([callNumber, outcomeSchema]))]);
export const enterResultSchema = z.tuple([notes, z.tuple([z.enum(['ok', 'broken']), z.unknown()])]);

/** Tasks left over, coroutines never awaited, output: the submission's own report, used to explain. */
export const selfReportSchema = z.object({
  left: z.array(z.tuple([label, label, line])).max(50),
  /** Of these, what no call of the scenario that is under way has to do with. */
  leaked: z.array(z.tuple([label, label, line])).max(50),
  leakedCount: z.int().min(0),
  unawaited: z.array(z.tuple([label, line])).max(60),
  /** [category, text, line] */
  warnings: z.array(z.tuple([label, z.string().max(600), line])).max(60),
  /** Exceptions that reached nobody: [where it came out, type, text, line] */
  unhandled: z.array(z.tuple([z.enum(unhandledKinds), label, z.string().max(600), line])).max(200),
  stdout: z.string().max(2 * 1024 * 1024),
  /** HTTP clients made and closed. */
  clients: z.tuple([number, number]),
  /** Exceptions that a framework turned into an error answer. */
  errors: z.array(z.unknown()).max(5),
});
export type SelfReport = z.infer<typeof selfReportSchema>;
