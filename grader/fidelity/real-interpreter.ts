// The submission's interpreter as a real CPython process. Has the face of sandbox/interpreter.ts, so that world, judge and
// verdict are the product's own; the process follows the world's clock in scaled-down real time (python/child.py).
import { z } from 'zod';
import { forReader } from '../sandbox/exchange.ts';
import type { Host, SubmissionInterpreter } from '../sandbox/interpreter.ts';
import { InterpreterDied } from '../sandbox/interpreter.ts';
import type { RunWorld } from '../sandbox/run-result.ts';
import { serviceOf } from '../sandbox/service-of.ts';
import { MAX_VIRTUAL_NS } from '../world/time.ts';
import { ChildGone, type Channel } from './channel.ts';

const id = z.int();
const nullableId = z.int().nullable();
/** What the process says of itself beyond the legal acts of a submission. It is trusted: it runs our own samples. */
const ownRequestSchema = z.union([
  z.tuple([z.unknown(), z.literal('call'), z.string(), z.string(), nullableId, nullableId, id]),
  z.tuple([z.unknown(), z.literal('cancel'), id]),
  z.tuple([z.unknown(), z.literal('body_begins'), id, z.string(), z.enum(['thread', 'process'])]),
  z.tuple([z.unknown(), z.literal('body_ends'), id, z.enum(['ok', 'error'])]),
  z.tuple([z.unknown(), z.literal('stood_still'), z.string(), nullableId, nullableId, id, id]),
]);

/** The process waits at one place at a time. */
const WAIT_NUMBER = 1;
/** Each is a quarter of a second of processor time. */
const BUSY_TURNS_ALLOWED = 12;

export class RealInterpreter implements SubmissionInterpreter {
  /** Processor time is not what is compared: the process has all it wants. */
  readonly cpuNs = 0n;
  readonly #channel: Channel;
  readonly #scale: number;
  readonly suspends = false;
  #host: Host = () => '["refused", "nobody listens"]';
  #nowNs: () => number = () => 0;
  #wallShiftMs: () => number = () => 0;
  #world: RunWorld | null = null;
  #seq = 0;
  /** Turns in a row after which the process still computed. */
  #busyTurns = 0;
  /** Numbers of the requests that are being worked on, the innermost last. */
  readonly #askers: number[] = [];
  /** Calls made on threads, which the product's acts do not know. */
  readonly #threadCalls = new Set<number>();

  /** On a process in which nothing has run yet. `scale`: virtual seconds per real second. */
  constructor(channel: Channel, scale: number) {
    this.#channel = channel;
    this.#scale = scale;
  }

  /** The world of the run that begins; its clock is this process's clock. */
  watch(world: RunWorld): void {
    this.#world = world;
  }

  connect(host: Host, nowNs: () => number, wallShiftMs = () => 0): void {
    this.#host = host;
    this.#nowNs = nowNs;
    this.#wallShiftMs = wallShiftMs;
  }

  /** Never asked for: whoever waits does so inside of the process. */
  resume(): string {
    throw new Error('nothing stands still here');
  }

  /** Like Interpreter.begin(), to the end. A pump gives the process the present instant, and ends when it is quiet again. */
  begin(_stack: number, _isThread: boolean, text: string): string {
    try {
      const message = JSON.parse(text) as [string, ...unknown[]];
      return message[0] === 'pump' ? this.#pump(message[1]) : this.#do(message);
    } catch (error) {
      if (error instanceof ChildGone) throw new InterpreterDied('exit', true, error.message);
      throw error;
    }
  }

  #pump(messages: unknown): string {
    const due = this.#turn(messages);
    return JSON.stringify([[], ['ok', [due, false, []]]]);
  }

  #turn(messages: unknown): number | null {
    const seq = ++this.#seq;
    this.#channel.send(['turn', seq, this.#nowNs(), this.#scale, messages, this.#wallShiftMs()]);
    for (;;) {
      const [kind, ...rest] = this.#receive();
      if (kind === 'quiet' && rest[0] === seq) return this.#due(rest[1], rest[2] === true);
      if (kind === 'request') this.#answer(rest[0] as number, rest[1] as unknown[]);
    }
  }

  #do(message: unknown[]): string {
    const seq = ++this.#seq;
    const asker = this.#askers.at(-1) ?? null;
    this.#channel.send(['enter', seq, this.#nowNs(), this.#scale, message, asker, this.#wallShiftMs()]);
    let quiet = seq;
    for (;;) {
      const [kind, ...rest] = this.#receive();
      if (kind === 'result') return JSON.stringify(rest[0]);
      if (kind === 'request') this.#answer(rest[0] as number, rest[1] as unknown[]);
      if (kind !== 'quiet' || rest[0] !== quiet) continue;
      // It waits for time, or for others: the world goes on meanwhile, as it does for one that says so.
      const due = this.#due(rest[1], rest[2] === true);
      const [state, messages] = this.#ask([[], 'wait', WAIT_NUMBER, due, null, null]) as [string, unknown];
      if (state !== 'ok') throw new ChildGone(`the host refused to wait: ${String(messages)}`);
      quiet = ++this.#seq;
      this.#channel.send(['turn', quiet, this.#nowNs(), this.#scale, messages, this.#wallShiftMs()]);
    }
  }

  /** The host answers at once, because nothing could stand still here until it does. */
  #ask(body: unknown[]): unknown {
    return JSON.parse(this.#host(JSON.stringify(body), false) ?? '["refused", "no answer"]');
  }

  #answer(number: number, body: unknown[]): void {
    this.#askers.push(number);
    try {
      const own = this.#world && ownRequestSchema.safeParse(body);
      const served = own?.success ? this.#serve(this.#world as RunWorld, own.data) : undefined;
      const answer: unknown = served === undefined ? this.#ask(body) : ['ok', served];
      this.#channel.send(['answer', number, answer]);
    } finally {
      this.#askers.pop();
    }
  }

  /** What real threads do and virtual ones do not; undefined: one of the legal acts, which the host carries out. */
  #serve(world: RunWorld, request: z.infer<typeof ownRequestSchema>): unknown {
    switch (request[1]) {
      case 'call': {
        const [, , name, payload, line, row, thread] = request;
        const call: number = world.call(serviceOf(world, name), payload, { line, row, thread }, (_, answer) => {
          world.post('student', ['settle', call, forReader('student', answer)]);
          world.unpark(WAIT_NUMBER); // the process may be in the middle of a call of the scenario
        });
        this.#threadCalls.add(call);
        return call;
      }
      case 'cancel':
        return this.#threadCalls.has(request[2]) ? (world.cancel(request[2]), null) : undefined;
      case 'body_begins':
        world.trace.begin({
          id: request[2],
          parent: null,
          kind: 'thread',
          isProcess: request[4] === 'process',
          label: request[3],
          line: null,
          beginNs: world.now,
        });
        return null;
      case 'body_ends':
        world.trace.end(request[2], world.now, request[3]);
        return null;
      case 'stood_still': {
        const [, , by, line, row, beginNs, endNs] = request;
        if (endNs > beginNs) world.trace.block({ row, by, line, beginNs, endNs });
        return null;
      }
    }
  }

  /** When the process wants to go on; throws when it computes without end. */
  #due(due: unknown, isQuiet: boolean): number | null {
    this.#busyTurns = isQuiet ? 0 : this.#busyTurns + 1;
    if (this.#busyTurns > BUSY_TURNS_ALLOWED) throw new InterpreterDied('cpu', true, 'it computes without end');
    return typeof due === 'number' ? Math.min(due, MAX_VIRTUAL_NS) : null;
  }

  /** What the process says next. Throws ChildGone. */
  #receive(): unknown[] {
    const frame = this.#channel.receive();
    if (frame[0] === 'gone') throw new ChildGone(`it ended (${String(frame[1])})`);
    return frame;
  }
}
