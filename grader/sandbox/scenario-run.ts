// Runs one scenario: a world, the judge's interpreter and the submission's, and every request between them. Owns the
// rules of who may do what; the interpreters are only asked and never believed about time or calls.
import type { Limits } from '../pack/schema.ts';
import { ScenarioEnding, type Ending } from '../world/ending.ts';
import type { Outcome } from '../world/trace.ts';
import { World } from '../world/world.ts';
import { InterpreterDied, type Interpreter, type Resource } from './interpreter.ts';
import {
  enterResultSchema, parseJudgeRequest, outcomeSchema, pumpResultSchema, selfReportSchema, parseStudentRequest,
  type JudgeRequest, type Note, type RemoteOutcome, type ScenarioEnd, type SelfReport, type StudentRequest,
} from './requests.ts';

type Message = unknown[];
export type RunWorld = World<Message, RemoteOutcome>;

/** How a scenario ended, before anything is said about it in words. */
export type RunEnd =
  | { readonly by: 'judge'; readonly end: ScenarioEnd }
  | { readonly by: 'world'; readonly ending: Ending }
  | { readonly by: 'limit'; readonly resource: Resource; readonly fatal: boolean; readonly starved: boolean };

export interface RunResult {
  readonly end: RunEnd;
  readonly world: RunWorld;
  /** Null when the submission's interpreter could no longer be asked. */
  readonly report: SelfReport | null;
  /** The line the submission was last known to be at when a limit ended it. */
  readonly line: number | null;
}

/** What loading or running came to; `loading` tells which of the two it was. */
export interface RanOnce {
  readonly loading: boolean;
  readonly failure: unknown;
  readonly result: RunResult;
}

/** The judge did something that only a broken pack or a broken grader does. */
export class JudgeFault extends Error {
  override name = 'JudgeFault';
}

const JUDGE_TIMEOUT_MS = 20_000;
const PUMPS_PER_INSTANT = 60;
const TRACE_ROWS = 2_000;
/** How deep the interpreters may call into each other; each level takes of the one stack they share. */
const MAX_NESTING = 16;
/** Both interpreters and the host together, as a multiple of what the submission alone may use. */
const TOTAL_CPU_FACTOR = 5;
const MAX_STUDENT_BYTES = 24 << 20;

export class ScenarioRun {
  readonly #student: Interpreter;
  readonly #judge: Interpreter;
  readonly #limits: Limits;
  readonly #wallFactor: number;
  readonly world: RunWorld;
  #end: ScenarioEnd | null = null;
  /** What stopped everything while interpreters were on the stack; they cannot carry it out themselves. */
  #stopped: ScenarioEnding | InterpreterDied | JudgeFault | null = null;
  #nextCall = 1;
  /** Work that one interpreter has started in the other, by its number: who is to answer. Nobody answers twice. */
  readonly #started = new Map<number, 'judge' | 'student'>();
  /** Calls of services that the submission made, and so may cancel. */
  readonly #studentCalls = new Set<number>();
  #depth = 0;
  #studentBytes = 0;
  #spentAtStart = process.threadCpuUsage();
  #pumpingStudent = 0;
  #cpuAtStart: bigint;
  #lastLine: number | null = null;
  /** The virtual thread the submission is on, as far as its requests tell: only its own clock depends on it. */
  #threadStack: number[] = [];

  constructor(judge: Interpreter, student: Interpreter, limits: Limits, seed: number, deadlineNs: number, wallFactor: number) {
    this.#judge = judge;
    this.#student = student;
    this.#limits = limits;
    this.#wallFactor = wallFactor;
    this.#cpuAtStart = student.cpuNs;
    this.world = new World<Message, RemoteOutcome>(
      seed,
      { deadlineNs, pumpsPerInstant: PUMPS_PER_INSTANT, traceRows: TRACE_ROWS },
      {
        latencyNs: (service, payload) => this.#askOracle<number>(['latency', service, payload]),
        answer: (service, payload, atNs) => {
          const answer = outcomeSchema.parse(this.#askOracle(['reply', service, payload, atNs]));
          return { outcome: answer[0], answer };
        },
      },
    );
    this.world.attach('judge', { pump: (messages) => this.#pump('judge', messages) });
    this.world.attach('student', { pump: (messages) => this.#pump('student', messages) });
    judge.connect((body) => this.#handle('judge', body), () => this.world.now);
    student.connect((body) => this.#handle('student', body), () => this.world.nowOn(this.#threadStack.at(-1) ?? null));
  }

  /** Loads the submission. Returns null, or the description of why it does not import; limits end it as they do a run. */
  load(source: string, support: string | null, seed: number, django: boolean): { failure: unknown } | RunResult {
    try {
      const options = { seed, outputBytes: this.#limits.outputKb * 1024, django };
      const failure = this.#enter('student', ['load', source, support, options]);
      return { failure };
    } catch (error) {
      return this.#endedBy(error);
    }
  }

  /** Runs the scenario with this index to its end. */
  run(index: number, seed: number, source: string): RunResult {
    try {
      this.#enter('judge', ['begin', index, seed, source]);
      this.world.run(() => this.#end !== null);
    } catch (error) {
      return this.#endedBy(error);
    }
    return { end: { by: 'judge', end: this.#end as ScenarioEnd }, world: this.world, report: this.#tryReport(), line: null };
  }

  /** The result of a run that never began, because the submission did not load. */
  nothing(): RunResult {
    const end = { status: 'errored' as const, message: null, facts: [], origin: null, line: null };
    return { end: { by: 'judge', end }, world: this.world, report: null, line: null };
  }

  #endedBy(thrown: unknown): RunResult {
    const error = this.#stopped ?? thrown;
    const { world } = this;
    if (error instanceof ScenarioEnding) {
      return { end: { by: 'world', ending: error.ending }, world, report: this.#tryReport(), line: this.#lastLine };
    }
    if (error instanceof InterpreterDied) {
      const usedMs = Number(this.#student.cpuNs - this.#cpuAtStart) / 1e6;
      const starved = error.resource === 'cpu' && usedMs < this.#limits.cpuMs * 0.9 && this.#spentMs() < this.#spendableMs() * 0.9;
      const { resource, fatal } = error;
      return { end: { by: 'limit', resource, fatal, starved }, world, report: null, line: this.#lastLine };
    }
    throw error;
  }

  /** The submission's own report, if it can still give one. */
  #tryReport(): SelfReport | null {
    this.#stopped = null;
    try {
      return this.#report();
    } catch {
      return null;
    }
  }

  #pump(who: 'judge' | 'student', messages: readonly Message[]) {
    if (who === 'student') this.#pumpingStudent++;
    try {
      const parsed = pumpResultSchema.safeParse(this.#enter(who, ['pump', messages]));
      if (!parsed.success) throw unreadable(who);
      const [timerNs, more, finished] = parsed.data;
      const other = who === 'judge' ? 'student' : 'judge';
      for (const [call, outcome] of finished) {
        if (this.#started.get(call) !== who) continue;
        this.#started.delete(call);
        if (who === 'student') this.#countBytes(outcome[1]);
        this.world.post(other, ['settle', call, this.#forReader(other, outcome)]);
      }
      return { timerNs, more };
    } finally {
      if (who === 'student') this.#pumpingStudent--;
    }
  }

  /** A traceback of the student goes to the judge; nothing of the kind goes the other way. */
  #forReader(reader: 'judge' | 'student', [kind, body, origin]: RemoteOutcome): RemoteOutcome {
    return [kind, body, reader === 'judge' ? (origin ?? null) : null];
  }

  /** Enters an interpreter and takes in the notes it brings back. */
  #enter(who: 'judge' | 'student', message: unknown[]): unknown {
    if (this.#stopped) throw this.#stopped;
    const interpreter = who === 'judge' ? this.#judge : this.#student;
    this.#depth++;
    try {
      if (this.#depth > MAX_NESTING) throw new InterpreterDied('recursion', false, 'the interpreters call each other too deeply');
      this.#checkSpent();
      const timeoutMs = who === 'judge' ? JUDGE_TIMEOUT_MS : this.#studentTimeoutMs();
      const text = this.world.occupy(who, () => interpreter.enter(JSON.stringify(message), timeoutMs));
      // What was done synchronously may have made callbacks ready on the loop.
      if (message[0] === 'ask' || message[0] === 'load' || message[0] === 'begin') this.world.wake(who);
      if (this.#stopped) throw this.#stopped;
      const [notes, [state, result]] = enterResultSchema.parse(JSON.parse(text));
      if (who === 'student') this.#takeNotes(notes);
      if (state === 'broken') {
        if (who === 'judge') throw new JudgeFault(String(result));
        throw new InterpreterDied('exit', false, String(result));
      }
      return result;
    } catch (error) {
      if (this.#stopped) throw this.#stopped;
      if (process.env.DBG) console.error("ENTER", who, message[0], error);
      if (error instanceof ScenarioEnding || error instanceof JudgeFault) this.#stopped = error;
      else if (error instanceof InterpreterDied && (who === 'student' || this.#isBlamed(error))) this.#stopped = error;
      else if (who === 'student') this.#stopped = new InterpreterDied('exit', false, String(error));
      else this.#stopped = new JudgeFault(`the judge's interpreter failed: ${String(error)}`);
      throw this.#stopped;
    } finally {
      this.#depth--;
    }
  }

  /** Limits that the judge only meets because of what the submission sends. */
  #isBlamed(error: InterpreterDied): boolean {
    return !error.fatal && (error.resource === 'recursion' || error.resource === 'cpu');
  }

  /** Processor time of this thread since the run began: both interpreters and the host, whoever made them work. */
  #spentMs(): number {
    const { user, system } = process.threadCpuUsage(this.#spentAtStart);
    return (user + system) / 1000;
  }

  #checkSpent(): void {
    if (this.#spentMs() > this.#spendableMs())
      throw new InterpreterDied('cpu', false, 'the processor time of all sides together is used up');
  }

  #spendableMs(): number {
    return this.#limits.cpuMs * TOTAL_CPU_FACTOR;
  }

  /** What the submission hands over is kept by the host and the judge for as long as the scenario runs. */
  #countBytes(payload: string | null): void {
    this.#studentBytes += payload?.length ?? 0;
    if (this.#studentBytes > MAX_STUDENT_BYTES) throw new InterpreterDied('messages', false, 'too much data');
  }

  #studentTimeoutMs(): number {
    const usedMs = Number(this.#student.cpuNs - this.#cpuAtStart) / 1e6;
    const leftMs = this.#limits.cpuMs - usedMs;
    if (leftMs <= 0) throw new InterpreterDied('cpu', true, 'no time left');
    return leftMs * this.#wallFactor;
  }

  #askOracle<Result>(message: unknown[]): Result {
    return this.#enter('judge', message) as Result;
  }

  #takeNotes(notes: readonly Note[]): void {
    const nowNs = this.world.nowOn(this.#threadStack.at(-1) ?? null);
    for (const [kind, id, parent, label, line] of notes) {
      if (kind === 'task') this.world.trace.begin({ id, parent, kind, label, line, beginNs: nowNs });
      else this.world.trace.end(id, nowNs, label === 'ok' || label === 'cancelled' ? label : 'error');
    }
  }

  /** A request of an interpreter. Answers ["ok", value] or ["refused", reason]; throws to end the scenario. */
  #handle(who: 'judge' | 'student', body: string): string {
    if (this.#stopped) throw this.#stopped;
    try {
      this.#checkSpent();
      const parsed: unknown = JSON.parse(body);
      const value =
        who === 'judge'
          ? this.#serveJudge(parseJudgeRequest(parsed))
          : this.#serveStudent(parseStudentRequest(parsed));
      return JSON.stringify(['ok', value ?? null]);
    } catch (error) {
      if (error instanceof ScenarioEnding || error instanceof InterpreterDied || error instanceof JudgeFault) {
        this.#stopped ??= error;
        throw error;
      }
      if (this.#stopped) throw this.#stopped;
      const reason = error instanceof Refused ? error.message : 'the request is not one that the host knows';
      return JSON.stringify(['refused', reason]);
    }
  }

  #service(name: string) {
    const service = this.world.services.get(name);
    if (!service) throw new Refused(`this scenario has no service called ${JSON.stringify(name)}`);
    return service;
  }

  #serveStudent(request: StudentRequest): unknown {
    this.#takeNotes(request[0]);
    switch (request[1]) {
      case 'block': {
        const [, , duration, line, row, thread] = request;
        this.#lastLine = line ?? this.#lastLine;
        if (thread !== null) return this.world.blockThread(this.#ownThread(thread), duration) && null;
        this.#recordBlock('time.sleep', line, row, () => this.world.block(duration));
        return null;
      }
      case 'wait':
        return this.world.waitForMessages('student', request[2]);
      case 'call': {
        const [, , name, payload, line, row, thread] = request;
        if (thread !== null) throw new Refused('an asynchronous call needs a running event loop');
        this.#countBytes(payload);
        const id: number = this.world.call(this.#service(name), payload, { line, row, thread }, (_, answer) =>
          this.world.post('student', ['settle', id, this.#forReader('student', answer)]),
        );
        this.#studentCalls.add(id);
        return id;
      }
      case 'call_blocking':
        this.#countBytes(request[3]);
        return this.#callBlocking(request[2], request[3], request[4], request[5], request[6]);
      case 'cancel':
        return this.#studentCalls.has(request[2]) ? void this.world.cancel(request[2]) : null;
      case 'ask':
        this.#countBytes(request[5]);
        return this.#forReader('student', outcomeSchema.parse(this.#enter('judge', ['ask', ...request.slice(2)])));
      case 'start':
        this.#countBytes(request[5]);
        return this.#start('judge', request.slice(2));
      case 'stop':
        return void this.world.post('judge', ['stop', request[2]]);
      case 'thread_begin': {
        const [, , id, beginNs, label, line, row, thread] = request;
        this.world.beginThread(id, beginNs, label, { line, row, thread: thread === null ? null : this.#ownThread(thread) });
        this.#threadStack.push(id);
        return null;
      }
      case 'thread_end': {
        const [, , id, outcome] = request;
        if (this.#threadStack.at(-1) !== id) throw new Refused('another thread is running');
        this.#threadStack.pop();
        return this.world.endThread(id, outcome);
      }
      case 'exhausted':
        this.#lastLine = request[3];
        throw new InterpreterDied('output', false, 'too much output');
    }
  }

  #ownThread(thread: number): number {
    if (this.#threadStack.at(-1) !== thread) throw new Refused('not the thread that is running');
    return thread;
  }

  #callBlocking(name: string, payload: string, line: number | null, row: number | null, thread: number | null) {
    const service = this.#service(name);
    this.#lastLine = line ?? this.#lastLine;
    if (thread !== null)
      return this.#forReader('student', this.world.callOnThread(service, payload, { line, row, thread: this.#ownThread(thread) }));
    let answer: RemoteOutcome | null = null;
    this.#recordBlock(name, line, row, () => {
      const beginNs = this.world.now;
      this.world.call(service, payload, { line, row, thread }, (_: Outcome, given) => (answer = given));
      this.world.waitUntil(() => answer !== null);
      return { beginNs, endNs: this.world.now };
    });
    return answer && this.#forReader('student', answer);
  }

  /** Standing still counts as blocking the loop only where a loop is running. */
  #recordBlock(by: string, line: number | null, row: number | null, block: () => { beginNs: number; endNs: number }): void {
    const inLoop = this.#pumpingStudent > 0 || row !== null;
    const { beginNs, endNs } = block();
    if (inLoop && endNs > beginNs) this.world.trace.block({ row, by, line, beginNs, endNs });
  }

  #start(who: 'judge' | 'student', target: readonly unknown[]): number {
    const call = this.#nextCall++;
    this.#started.set(call, who);
    this.world.post(who, ['start', call, ...target]);
    return call;
  }

  #askStudent(target: readonly unknown[]): RemoteOutcome {
    const parsed = outcomeSchema.safeParse(this.#enter('student', ['ask', ...target]));
    if (!parsed.success) throw unreadable('student');
    this.#countBytes(parsed.data[1]);
    return parsed.data;
  }

  #report(): SelfReport {
    return selfReportSchema.parse(this.#enter('student', ['facts']));
  }

  #serveJudge(request: JudgeRequest): unknown {
    switch (request[1]) {
      case 'block':
        return void this.world.block(request[2]);
      case 'service':
        return void this.world.register(request[2], request[3], request[4]);
      case 'call': {
        const origin = { line: null, row: null, thread: null };
        const id: number = this.world.call(this.#service(request[2]), request[3], origin, (_, answer) =>
          this.world.post('judge', ['settle', id, answer]),
        );
        return id;
      }
      case 'cancel':
        return void this.world.cancel(request[2]);
      case 'recorded': {
        const service = this.#service(request[2]);
        // A call on a virtual thread is computed at once; until its time has come it is in flight like any other.
        const calls = service.calls.map((c) =>
          c.endNs !== null && c.endNs > this.world.now
            ? [c.payload, c.beginNs, null, 'unfinished', c.thread]
            : [c.payload, c.beginNs, c.endNs, c.outcome, c.thread],
        );
        return { calls, peak: service.peak(this.world.now) };
      }
      case 'blocked':
        return this.world.trace.blocks.map(({ by, line, beginNs, endNs }) => ({
          by, line, begin: beginNs / 1e9, end: endNs / 1e9, seconds: (endNs - beginNs) / 1e9,
        }));
      case 'leaked':
        return this.#leaked();
      case 'unawaited':
        return this.#report().unawaited.map(([name]) => name);
      case 'threads':
        return this.world.trace.rows.filter((row) => row.kind === 'thread').length;
      case 'stdout':
        return this.#report().stdout;
      case 'is_coroutine_function':
        return this.#enter('student', ['is_coroutine_function', request[2]]) === true;
      case 'ask':
        return this.#askStudent(request.slice(2));
      case 'start':
        return this.#start('student', request.slice(2));
      case 'stop':
        return void this.world.post('student', ['stop', request[2]]);
      case 'ended':
        this.#end ??= request[2];
        return null;
    }
  }

  /** Unfinished tasks by name. Calls still in flight are a fact of the host's, whatever the submission reports. */
  #leaked(): string[] {
    const { left, leftCount } = this.#report();
    const names = left.map(([name]) => name);
    while (names.length < leftCount && names.length < 100) names.push('task');
    if (names.length === 0) for (let i = 0; i < this.world.openCalls; i++) names.push('a call still in flight');
    return names;
  }
}

/** An interpreter answered with something that is no answer: only a broken or a hostile one does. */
function unreadable(who: 'judge' | 'student'): Error {
  const text = 'an answer that cannot be read';
  return who === 'judge' ? new JudgeFault(text) : new InterpreterDied('messages', false, text);
}

/** A request that is understood but not allowed; the interpreter is told why. */
class Refused extends Error {}
