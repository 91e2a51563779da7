// The legal acts of a submission: wait, block, call, and use what it was lent. Nothing else of the world moves for it.
import { ScenarioEnding } from '../world/ending.ts';
import type { Outcome } from '../world/trace.ts';
import { forReader, Refused, type Exchange } from './exchange.ts';
import { InterpreterDied } from './interpreter.ts';
import { outcomeSchema, type RemoteOutcome, type StudentRequest } from './requests.ts';
import { serviceOf } from './service-of.ts';

export class StudentActs {
  readonly #exchange: Exchange;
  readonly #isOver: () => boolean;
  /** Calls of services that the submission made, and so may cancel. */
  readonly #calls = new Set<number>();

  /** How many of these have neither ended nor been cancelled. */
  get openCalls(): number {
    return [...this.#calls].filter((id) => this.#exchange.world.isOpen(id)).length;
  }

  /** Threads that wait while the submission is elsewhere. */
  readonly #left = new Set<number>();

  constructor(exchange: Exchange, isOver: () => boolean) {
    this.#exchange = exchange;
    this.#isOver = isOver;
  }

  /** Carries one out. Throws Refused, or what ends the scenario. */
  serve(request: StudentRequest): unknown {
    const { world, budget } = this.#exchange;
    this.#exchange.takeNotes(request[0]);
    switch (request[1]) {
      case 'block': {
        const [, , duration, line, row, thread] = request;
        if (thread !== null) return world.blockThread(this.#ownThread(thread), duration) && null;
        this.#recordBlock('time.sleep', line, row, () => world.block(duration));
        return null;
      }
      case 'wait':
        return this.#endOr(world.waitForMessages('student', request[2]));
      case 'try_wait':
        return this.#endOr(world.tryWaitForMessages('student', request[2]));
      case 'call': {
        const [, , name, payload, line, row, thread] = request;
        if (this.#exchange.isDatabase(name)) throw new Refused('the database has no asynchronous interface');
        this.#countPayload(payload, line);
        if (thread !== null) {
          const origin = { line, row, thread: this.#ownThread(thread) };
          const { endNs, answer } = world.callAheadOnThread(serviceOf(world, name), payload, origin);
          return [endNs, forReader('student', answer)];
        }
        const id: number = world.call(serviceOf(world, name), payload, { line, row, thread }, (_, answer) =>
          world.post('student', ['settle', id, forReader('student', answer)]),
        );
        this.#calls.add(id);
        return id;
      }
      case 'at_once': {
        const [, , name, payload] = request;
        if (!this.#exchange.servers.has(name)) throw new Refused(`there is no host called ${JSON.stringify(name)}`);
        budget.countBytes(payload);
        const nowNs = world.nowOn(this.#exchange.threads.at(-1) ?? null);
        const said = outcomeSchema.nullable().parse(this.#exchange.enter('judge', ['at_once', name, payload, nowNs]));
        return said && forReader('student', said);
      }
      case 'call_blocking':
        this.#countPayload(request[3], request[4]);
        return this.#callBlocking(request[2], request[3], request[4], request[5], request[6]);
      case 'cancel':
        return this.#calls.has(request[2]) ? void world.cancel(request[2]) : null;
      case 'ask':
        budget.countBytes(request[5]);
        return forReader('student', outcomeSchema.parse(this.#exchange.enter('judge', ['ask', ...request.slice(2)])));
      case 'start':
        budget.countBytes(request[5]);
        return this.#exchange.start('judge', request.slice(2));
      case 'stop':
        return void world.post('judge', ['stop', request[2], request[3]]);
      case 'thread_begin': {
        const [, , id, beginNs, label, line, row, thread] = request;
        const origin = { line, row, thread: thread === null ? null : this.#ownThread(thread) };
        const nowNs = world.beginThread(id, beginNs, label, origin);
        this.#exchange.threads.push(id);
        return nowNs;
      }
      case 'thread_leave': {
        const id = this.#ownThread(request[2]);
        this.#exchange.threads.pop();
        this.#left.add(id);
        return null;
      }
      case 'thread_enter':
        if (!this.#left.delete(request[2])) throw new Refused('not a thread that was left');
        world.resumeThread(request[2]);
        this.#exchange.threads.push(request[2]);
        return null;
      case 'finished':
        return this.#exchange.takeFinished('student', request[2]);
      case 'thread_end': {
        const [, , id, outcome] = request;
        if (this.#exchange.threads.at(-1) !== id) throw new Refused('another thread is running');
        this.#exchange.threads.pop();
        return world.endThread(id, outcome);
      }
      case 'exhausted':
        this.#exchange.lastLine = request[3];
        if (request[2] === 'steps') throw new ScenarioEnding({ kind: 'steps' });
        throw new InterpreterDied(request[2], false, 'as the interpreter itself has noticed');
    }
  }

  /** What still waits when the scenario is over (a thread that never ends) waits for nothing any more. */
  #endOr<Messages>(messages: Messages): Messages {
    if (this.#isOver()) throw new ScenarioEnding({ kind: 'deadlock' });
    return messages;
  }

  #countPayload(payload: string, line: number | null): void {
    try {
      this.#exchange.budget.countBytes(payload);
    } catch (error) {
      this.#exchange.lastLine = line;
      throw error;
    }
  }

  #ownThread(thread: number): number {
    if (this.#exchange.threads.at(-1) !== thread) throw new Refused('not the thread that is running');
    return thread;
  }

  #callBlocking(name: string, payload: string, line: number | null, row: number | null, thread: number | null) {
    const { world } = this.#exchange;
    if (this.#exchange.isDatabase(name)) {
      const free = outcomeSchema.nullable().parse(this.#exchange.enter('judge', ['statement', payload]));
      if (free !== null) return forReader('student', free);
    }
    const service = serviceOf(world, name);
    if (thread !== null)
      return forReader('student', world.callOnThread(service, payload, { line, row, thread: this.#ownThread(thread) }));
    let answer: RemoteOutcome | null = null;
    this.#recordBlock(name, line, row, () => {
      const beginNs = world.now;
      world.call(service, payload, { line, row, thread }, (_: Outcome, given) => (answer = given));
      world.waitUntil(() => answer !== null);
      return { beginNs, endNs: world.now };
    });
    return answer && forReader('student', answer);
  }

  /** Standing still counts as blocking the loop only where a loop is running. */
  #recordBlock(
    by: string,
    line: number | null,
    row: number | null,
    block: () => { beginNs: number; endNs: number },
  ): void {
    const inLoop = this.#exchange.isStudentPumped || row !== null;
    const { beginNs, endNs } = block();
    if (inLoop && endNs > beginNs) this.#exchange.world.trace.block({ row, by, line, beginNs, endNs });
  }
}
