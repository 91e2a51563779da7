// The exchange between the two interpreters and the world during one run: entering them, answering their requests,
// starting work of the one in the other. What an interpreter says is checked here and believed nowhere.
import { z } from 'zod';
import type { Limits } from '../pack/schema.ts';
import type { AskedCall } from '../world/calls.ts';
import { ScenarioEnding } from '../world/ending.ts';
import { World, type Pumped } from '../world/world.ts';
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
import { Later, StudentStacks, type Stack } from './student-stacks.ts';

export type Side = 'judge' | 'student';

const JUDGE_TIMEOUT_MS = 20_000;
const PUMPS_PER_INSTANT = 60;
const TRACE_ROWS = 2_000;
/** How deep the interpreters may call into each other; each level takes of the one stack they share. */
const MAX_NESTING = 16;

/** A request that is understood but not allowed; the interpreter is told why. */
export class Refused extends Error {}

/** [service, encoded arguments] of a call, as the judge reads it. */
type Asked = readonly [string, string];

const askedOf = (calls: readonly AskedCall[]): Asked[] => calls.map(({ service, payload }) => [service, payload]);

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
  readonly stacks: StudentStacks;
  /** The line in which the submission ran into a limit, as far as it told. */
  lastLine: number | null = null;
  /** By how many milliseconds the scenario has moved the submission's wall clock. */
  wallShiftMs = 0;
  /** Whether the submission is a Django one: it then has a database, which the judge's interpreter holds. */
  hasDatabase = false;
  /** Simulated servers of the scenario: what they say without any time passing, they may be asked for at once. */
  readonly servers = new Map<string, { readonly runsStatements: boolean }>();
  /** Whether a statement of the submission was the end of the judge's interpreter. */
  hasLostJudge = false;
  readonly #judge: Interpreter;
  readonly #student: SubmissionInterpreter;
  #serve: Record<Side, (request: unknown) => unknown> = { judge: () => null, student: () => null };
  /** What stopped everything while interpreters were on the stack; they cannot carry it out themselves. */
  #stopped: ScenarioEnding | InterpreterDied | JudgeFault | null = null;
  #nextCall = 1;
  /** Work that one interpreter has started in the other, by its number: who is to answer. Nobody answers twice. */
  readonly #started = new Map<number, { who: Side; by: Stack | null }>();
  #depth = 0;

  constructor({ judge, student, limits, seed, deadlineNs, wallFactor }: ExchangeOptions) {
    this.#judge = judge;
    this.#student = student;
    this.budget = new Budget(student, limits, wallFactor);
    this.world = new World<Message, RemoteOutcome>(
      seed,
      { deadlineNs, pumpsPerInstant: PUMPS_PER_INSTANT, traceRows: TRACE_ROWS },
      {
        latenciesNs: (calls) => this.enter('judge', ['latencies', askedOf(calls), this.world.now]) as number[],
        answers: (calls) => this.#answersTo(calls).map((answer) => ({ outcome: answer[0], answer })),
      },
    );
    this.stacks = new StudentStacks({
      interpreter: student,
      world: this.world,
      guard: (work) => this.#guard('student', false, () => work(this.budget.studentTimeoutMs())),
      threadEnded: (text) => this.#guard('student', false, () => this.#resultOf('student', text)),
      answer: (act) => this.#answer(act) ?? '',
    });
    this.world.attach('judge', { pump: (messages) => this.#pumped('judge', this.enter('judge', ['pump', messages])) });
    this.world.attach('student', { pump: (messages) => this.#pumpStudent(messages) });
    judge.connect(
      (body) => this.#handle('judge', body, false),
      () => this.world.now,
    );
    student.connect(
      (body, mayWait) => this.#handle('student', body, mayWait),
      () => this.world.now,
      () => this.wallShiftMs,
    );
  }

  /** Sets who carries out the requests of each side. */
  serveWith(serve: Record<Side, (request: unknown) => unknown>): void {
    this.#serve = serve;
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
    return [...this.#started.values()].some((started) => started.who === who);
  }

  /** Starts work in one side's loop; the other (`by`: which thread of it) is told how it ends. Returns its number. */
  start(who: Side, target: readonly unknown[], by: Stack | null = null): number {
    const call = this.newNumber();
    this.#started.set(call, { who, by });
    this.post(who, ['start', call, ...target]);
    return call;
  }

  /**
   * Calls something of the submission as a script would, while the scenario goes on: as soon as the loop's thread is
   * free, and in no turn of the loop, so that what it waits for blocks none. Returns the number of the call.
   */
  startOutside(target: readonly unknown[]): number {
    const call = this.newNumber();
    this.#started.set(call, { who: 'student', by: null });
    this.world.enqueue({
      mayGo: () => this.stacks.isLoopFree,
      go: () => this.takeFinished('student', [[call, this.askStudent(target)]]),
    });
    return call;
  }

  /** Brings a message to one side, there to a virtual thread or (null) to the loop's. */
  post(who: Side, message: Message, thread: Stack | null = null): void {
    if (who === 'judge') this.world.post('judge', message);
    else this.stacks.post(message, thread?.purpose === 'thread' ? thread : null);
  }

  /** Tells the one who started work how it ended; each end is told once, and only by who was asked. */
  takeFinished(who: Side, finished: readonly (readonly [number, RemoteOutcome])[]): void {
    const other = who === 'judge' ? 'student' : 'judge';
    for (const [call, outcome] of finished) {
      const started = this.#started.get(call);
      if (started?.who !== who) continue;
      this.#started.delete(call);
      if (who === 'student') this.budget.countBytes(outcome[1]);
      this.post(other, ['settle', call, forReader(other, outcome)], started.by);
    }
  }

  /** Uses something of the submission at once. */
  askStudent(target: readonly unknown[]): RemoteOutcome {
    const parsed = outcomeSchema.safeParse(this.enter('student', ['ask', ...target]));
    if (!parsed.success) throw unreadable('student');
    this.budget.countBytes(parsed.data[1]);
    return parsed.data;
  }

  /**
   * Enters an interpreter and takes in the notes it brings back. When the submission stands still on the way, the rest
   * of the world goes on until the answer is there.
   */
  enter(who: Side, message: unknown[]): unknown {
    if (this.#stopped) throw this.#stopped;
    if (who === 'judge') return this.#enterJudge(message);
    return this.world.occupy('student', () => {
      const stack = this.stacks.enterLoop('ask', JSON.stringify(message));
      if (stack.answer === null) this.world.waitUntil(() => stack.answer !== null);
      // What was done synchronously may have made callbacks ready on the loop.
      if (message[0] === 'ask' || message[0] === 'load') this.world.wake('student');
      return this.#guard('student', false, () => this.#resultOf('student', stack.answer ?? ''));
    });
  }

  /** The judge's answers to calls that end now. It answers as many at once as fit into one message. */
  #answersTo(calls: readonly AskedCall[]): RemoteOutcome[] {
    const answers: RemoteOutcome[] = [];
    while (answers.length < calls.length) {
      const left = calls.slice(answers.length);
      const statement = left.findIndex(({ service }) => this.#takesStatements(service));
      // One that runs a statement is asked for alone: it is the submission that pays for it.
      const asked = statement < 0 ? left : left.slice(0, Math.max(1, statement));
      const given = z
        .array(outcomeSchema)
        .min(1)
        .parse(this.enter('judge', ['replies', askedOf(asked), this.world.now]));
      answers.push(...given.slice(0, asked.length));
    }
    return answers;
  }

  #enterJudge(message: unknown[]): unknown {
    const isStatement = this.#runsStatement(message);
    const text = this.world.occupy('judge', () =>
      this.#guard('judge', isStatement, () => {
        const timeoutMs = isStatement ? this.budget.studentTimeoutMs() : JUDGE_TIMEOUT_MS;
        return this.#judge.enter(JSON.stringify(message), timeoutMs);
      }),
    );
    if (message[0] === 'ask' || message[0] === 'begin') this.world.wake('judge');
    return this.#guard('judge', isStatement, () => this.#resultOf('judge', text ?? ''));
  }

  /** Runs something in an interpreter, within the limits. Throws what stops everything, once it is known. */
  #guard<Result>(who: Side, isStatement: boolean, work: () => Result): Result {
    if (this.#stopped) throw this.#stopped;
    this.#depth++;
    try {
      if (this.#depth > MAX_NESTING)
        throw new InterpreterDied('recursion', false, 'the interpreters call each other too deeply');
      this.budget.check();
      const result = work();
      if (this.#stopped) throw this.#stopped;
      return result;
    } catch (error) {
      throw this.#stop(who, isStatement, error);
    } finally {
      this.#depth--;
    }
  }

  /** Whether the judge is about to do what the submission determines: SQL is a program, and so may its text be one. */
  #runsStatement([kind, what]: readonly unknown[]): boolean {
    if (kind === 'statement' || kind === 'work') return true;
    if (kind === 'at_once') return this.#takesStatements(String(what));
    return kind === 'replies' && (what as Asked[]).some(([service]) => this.#takesStatements(service));
  }

  #takesStatements(service: string): boolean {
    return this.isDatabase(service) || this.servers.get(service)?.runsStatements === true;
  }

  /** What an error in an interpreter means for the scenario; the first one counts. */
  #stop(who: Side, isStatement: boolean, error: unknown): ScenarioEnding | InterpreterDied | JudgeFault {
    if (this.#stopped) return this.#stopped;
    if (who === 'student' && error instanceof InterpreterDied && error.answer !== null)
      this.lastLine = findLineInAnswer(error.answer);
    if (error instanceof ScenarioEnding || error instanceof JudgeFault) this.#stopped = error;
    else if (error instanceof InterpreterDied && isStatement) {
      this.hasLostJudge = true;
      this.#stopped = error;
    } else if (error instanceof InterpreterDied && (who === 'student' || this.#isBlamed(error))) this.#stopped = error;
    else if (who === 'student') this.#stopped = new InterpreterDied('exit', false, String(error));
    else this.#stopped = new JudgeFault(`the judge's interpreter failed: ${String(error)}`);
    return this.#stopped;
  }

  /** The result in what an interpreter answered, and its notes. */
  #resultOf(who: Side, text: string): unknown {
    const [notes, [state, result]] = enterResultSchema.parse(JSON.parse(text));
    if (who === 'student') this.takeNotes(notes);
    if (state === 'broken') {
      if (who === 'judge') throw new JudgeFault(describeBroken(result));
      throw new InterpreterDied('exit', false, describeBroken(result), text);
    }
    return result;
  }

  /** Takes tasks and bodies that began and ended into the trace, and wakes who is to be woken. */
  takeNotes(notes: readonly Note[]): void {
    const { world } = this;
    for (const [kind, id, parent, label, line] of notes) {
      if (kind === 'wake') this.#wake(id);
      else if (kind === 'end')
        world.trace.end(id, world.now, label === 'ok' || label === 'cancelled' ? label : 'error');
      else {
        const isProcess = kind === 'process';
        const shown = isProcess ? 'thread' : kind;
        world.trace.begin({ id, parent, kind: shown, isProcess, label, line, beginNs: world.now });
      }
    }
  }

  /** Zero is the loop that the host pumps: it has something to run. */
  #wake(number: number): void {
    if (number === 0) this.world.wake('student');
    else this.world.unpark(number);
  }

  /** Limits that the judge only meets because of what the submission sends. */
  #isBlamed(error: InterpreterDied): boolean {
    return !error.fatal && (error.resource === 'recursion' || error.resource === 'cpu');
  }

  #pumpStudent(messages: readonly Message[]): Pumped | null {
    let pumped: Pumped | null = null;
    let isLate = false;
    this.stacks.enterLoop('pump', JSON.stringify(['pump', messages]), (text) => {
      pumped = this.#guard('student', false, () => this.#pumped('student', this.#resultOf('student', text)));
      if (isLate) this.world.pumped('student', pumped);
    });
    isLate = true;
    return pumped;
  }

  #pumped(who: Side, result: unknown): Pumped {
    const parsed = pumpResultSchema.safeParse(result);
    if (!parsed.success) throw unreadable(who);
    const [timerNs, more, finished] = parsed.data;
    this.takeFinished(who, finished);
    return { timerNs, more };
  }

  /** A request of an interpreter. Answers ["ok", value] or ["refused", reason]; throws to end the scenario. Null: later. */
  #handle(who: Side, body: string, mayWait: boolean): string | null {
    return this.#answer(() => {
      const result = this.#serve[who](JSON.parse(body));
      if (!(result instanceof Later)) return result;
      if (mayWait) return this.stacks.postpone(result);
      if (this.#student.suspends) throw new Refused('nothing can be waited for here');
      return this.stacks.carryOutNow(result);
    });
  }

  /** The text of what an act gives; null when that is for later. Throws to end the scenario. */
  #answer(act: () => unknown): string | null {
    if (this.#stopped) throw this.#stopped;
    try {
      this.budget.check();
      const result = act();
      return result instanceof Later ? null : JSON.stringify(['ok', result ?? null]);
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
