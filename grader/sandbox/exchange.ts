// The exchange between the two interpreters and the world during one run: entering them, answering their requests,
// starting work of the one in the other. What an interpreter says is checked here and believed nowhere.
import type { Limits } from '../pack/schema.ts';
import { ScenarioEnding } from '../world/ending.ts';
import { World } from '../world/world.ts';
import { Budget } from './budget.ts';
import { InterpreterDied, type Interpreter, type SubmissionInterpreter } from './interpreter.ts';
import { findLineInAnswer } from './line-in-answer.ts';
import {
  describeBroken,
  enterResultSchema,
  outcomeSchema,
  pumpResultSchema,
  type Note,
  type RemoteOutcome,
} from './requests.ts';
import { JudgeFault, type Message, type RunWorld } from './run-result.ts';

export type Side = 'judge' | 'student';

const JUDGE_TIMEOUT_MS = 20_000;
const PUMPS_PER_INSTANT = 60;
const TRACE_ROWS = 2_000;
/** How deep the interpreters may call into each other; each level takes of the one stack they share. */
const MAX_NESTING = 16;

/** A request that is understood but not allowed; the interpreter is told why. */
export class Refused extends Error {}

/** A traceback of the student goes to the judge; nothing of the kind goes the other way. */
export function forReader(reader: Side, [kind, body, origin]: RemoteOutcome): RemoteOutcome {
  return [kind, body, reader === 'judge' ? (origin ?? null) : null];
}

/** An interpreter answered with something that is no answer: only a broken or a hostile one does. */
function unreadable(who: Side): Error {
  const text = 'an answer that cannot be read';
  return who === 'judge' ? new JudgeFault(text) : new InterpreterDied('messages', false, text);
}

export interface ExchangeOptions {
  readonly judge: Interpreter;
  readonly student: SubmissionInterpreter;
  readonly limits: Limits;
  readonly seed: number;
  readonly deadlineNs: number;
  readonly wallFactor: number;
}

export class Exchange {
  readonly world: RunWorld;
  readonly budget: Budget;
  /** The virtual threads the submission is on, innermost last, as far as its requests tell. */
  readonly threads: number[] = [];
  /** The line in which the submission ran into a limit, as far as it told. */
  lastLine: number | null = null;
  /** Whether the submission is a Django one: it then has a database, which the judge's interpreter holds. */
  hasDatabase = false;
  /** Simulated servers of the scenario: what they say without any time passing, they may be asked for at once. */
  readonly servers = new Map<string, { readonly runsStatements: boolean }>();
  /** Whether a statement of the submission was the end of the judge's interpreter. */
  hasLostJudge = false;
  readonly #interpreters: Record<Side, SubmissionInterpreter>;
  #serve: Record<Side, (request: unknown) => unknown> = { judge: () => null, student: () => null };
  /** What stopped everything while interpreters were on the stack; they cannot carry it out themselves. */
  #stopped: ScenarioEnding | InterpreterDied | JudgeFault | null = null;
  #nextCall = 1;
  /** Work that one interpreter has started in the other, by its number: who is to answer. Nobody answers twice. */
  readonly #started = new Map<number, Side>();
  #depth = 0;
  #pumpingStudent = 0;

  constructor({ judge, student, limits, seed, deadlineNs, wallFactor }: ExchangeOptions) {
    this.#interpreters = { judge, student };
    this.budget = new Budget(student, limits, wallFactor);
    this.world = new World<Message, RemoteOutcome>(
      seed,
      { deadlineNs, pumpsPerInstant: PUMPS_PER_INSTANT, traceRows: TRACE_ROWS },
      {
        latencyNs: (service, payload, beginNs) => this.enter('judge', ['latency', service, payload, beginNs]) as number,
        answer: (service, payload, atNs) => {
          const answer = outcomeSchema.parse(this.enter('judge', ['reply', service, payload, atNs]));
          return { outcome: answer[0], answer };
        },
      },
    );
    for (const who of ['judge', 'student'] as const)
      this.world.attach(who, { pump: (messages) => this.#pump(who, messages) });
    judge.connect(
      (body) => this.#handle('judge', body),
      () => this.world.now,
    );
    student.connect(
      (body) => this.#handle('student', body),
      () => this.world.nowOn(this.threads.at(-1) ?? null),
    );
  }

  /** Sets who carries out the requests of each side. */
  serveWith(serve: Record<Side, (request: unknown) => unknown>): void {
    this.#serve = serve;
  }

  /** True while the submission's event loop is being pumped. */
  get isStudentPumped(): boolean {
    return this.#pumpingStudent > 0;
  }

  /** Whether calls of this service are statements for the database. */
  isDatabase(name: string): boolean {
    return this.hasDatabase && name === 'database';
  }

  /** What stopped the run; from now on the interpreters may be entered again, to report. */
  takeStopped(): ScenarioEnding | InterpreterDied | JudgeFault | null {
    const stopped = this.#stopped;
    this.#stopped = null;
    return stopped;
  }

  /** A number for something that an interpreter will be told the end of. */
  newNumber(): number {
    return this.#nextCall++;
  }

  /** Whether work that was started in a side's loop has not ended. */
  isAtWork(who: Side): boolean {
    return [...this.#started.values()].includes(who);
  }

  /** Starts work in one side's loop; the other is told how it ends. Returns its number. */
  start(who: Side, target: readonly unknown[]): number {
    const call = this.newNumber();
    this.#started.set(call, who);
    this.world.post(who, ['start', call, ...target]);
    return call;
  }

  /** Tells the one who started work how it ended; each end is told once, and only by who was asked. */
  takeFinished(who: Side, finished: readonly (readonly [number, RemoteOutcome])[]): void {
    const other = who === 'judge' ? 'student' : 'judge';
    for (const [call, outcome] of finished) {
      if (this.#started.get(call) !== who) continue;
      this.#started.delete(call);
      if (who === 'student') this.budget.countBytes(outcome[1]);
      this.world.post(other, ['settle', call, forReader(other, outcome)]);
    }
  }

  /** Uses something of the submission at once. */
  askStudent(target: readonly unknown[]): RemoteOutcome {
    const parsed = outcomeSchema.safeParse(this.enter('student', ['ask', ...target]));
    if (!parsed.success) throw unreadable('student');
    this.budget.countBytes(parsed.data[1]);
    return parsed.data;
  }

  /** Enters an interpreter and takes in the notes it brings back. */
  enter(who: Side, message: unknown[]): unknown {
    if (this.#stopped) throw this.#stopped;
    const interpreter = this.#interpreters[who];
    const isStatement = who === 'judge' && this.#runsStatement(message);
    this.#depth++;
    try {
      if (this.#depth > MAX_NESTING)
        throw new InterpreterDied('recursion', false, 'the interpreters call each other too deeply');
      this.budget.check();
      const timeoutMs = who === 'judge' && !isStatement ? JUDGE_TIMEOUT_MS : this.budget.studentTimeoutMs();
      const text = this.world.occupy(who, () => interpreter.enter(JSON.stringify(message), timeoutMs));
      // What was done synchronously may have made callbacks ready on the loop.
      if (message[0] === 'ask' || message[0] === 'load' || message[0] === 'begin') this.world.wake(who);
      if (this.#stopped) throw this.#stopped;
      const [notes, [state, result]] = enterResultSchema.parse(JSON.parse(text));
      if (who === 'student') this.takeNotes(notes);
      if (state === 'broken') {
        if (who === 'judge') throw new JudgeFault(describeBroken(result));
        throw new InterpreterDied('exit', false, describeBroken(result), text);
      }
      return result;
    } catch (error) {
      if (this.#stopped) throw this.#stopped;
      if (who === 'student' && error instanceof InterpreterDied && error.answer !== null)
        this.lastLine = findLineInAnswer(error.answer);
      if (error instanceof ScenarioEnding || error instanceof JudgeFault) this.#stopped = error;
      else if (error instanceof InterpreterDied && isStatement) {
        this.hasLostJudge = true;
        this.#stopped = error;
      } else if (error instanceof InterpreterDied && (who === 'student' || this.#isBlamed(error)))
        this.#stopped = error;
      else if (who === 'student') this.#stopped = new InterpreterDied('exit', false, String(error));
      else this.#stopped = new JudgeFault(`the judge's interpreter failed: ${String(error)}`);
      throw this.#stopped;
    } finally {
      this.#depth--;
    }
  }

  /** Whether the judge is about to run SQL of the submission, which is a program. */
  #runsStatement([kind, name]: readonly unknown[]): boolean {
    if (kind === 'statement' || kind === 'work') return true;
    if (kind !== 'reply' && kind !== 'at_once') return false;
    return this.isDatabase(String(name)) || this.servers.get(String(name))?.runsStatements === true;
  }

  /** Takes tasks that began and ended into the trace, at the time of the thread that the submission is on. */
  takeNotes(notes: readonly Note[]): void {
    const nowNs = this.world.nowOn(this.threads.at(-1) ?? null);
    for (const [kind, id, parent, label, line] of notes) {
      if (kind === 'task') this.world.trace.begin({ id, parent, kind, label, line, beginNs: nowNs });
      else this.world.trace.end(id, nowNs, label === 'ok' || label === 'cancelled' ? label : 'error');
    }
  }

  /** Limits that the judge only meets because of what the submission sends. */
  #isBlamed(error: InterpreterDied): boolean {
    return !error.fatal && (error.resource === 'recursion' || error.resource === 'cpu');
  }

  #pump(who: Side, messages: readonly Message[]) {
    if (who === 'student') this.#pumpingStudent++;
    try {
      const parsed = pumpResultSchema.safeParse(this.enter(who, ['pump', messages]));
      if (!parsed.success) throw unreadable(who);
      const [timerNs, more, finished] = parsed.data;
      this.takeFinished(who, finished);
      return { timerNs, more };
    } finally {
      if (who === 'student') this.#pumpingStudent--;
    }
  }

  /** A request of an interpreter. Answers ["ok", value] or ["refused", reason]; throws to end the scenario. */
  #handle(who: Side, body: string): string {
    if (this.#stopped) throw this.#stopped;
    try {
      this.budget.check();
      return JSON.stringify(['ok', this.#serve[who](JSON.parse(body)) ?? null]);
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
}
