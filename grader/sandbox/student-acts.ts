// The legal acts of a submission: wait, block, call, and use what it was lent. Nothing else of the world moves for it.
import { forReader, Refused, type Exchange } from './exchange.ts';
import { InterpreterDied } from './interpreter.ts';
import { outcomeSchema, type StudentRequest } from './requests.ts';
import { ScenarioEnding } from '../world/ending.ts';
import type { Service } from '../world/service.ts';
import { addNs } from '../world/time.ts';
import { serviceOf } from './service-of.ts';
import { Later, STILL_WAITING, type Stack } from './student-stacks.ts';

export class StudentActs {
  readonly #exchange: Exchange;
  readonly #isOver: () => boolean;
  /** Calls of services that the submission made, and so may cancel. */
  readonly #calls = new Set<number>();

  /** How many of these have neither ended nor been cancelled. */
  get openCalls(): number {
    return [...this.#calls].filter((id) => this.#exchange.world.isOpen(id)).length;
  }

  constructor(exchange: Exchange, isOver: () => boolean) {
    this.#exchange = exchange;
    this.#isOver = isOver;
  }

  /** Carries one out, or says what it waits for. Throws Refused, or what ends the scenario. */
  serve(request: StudentRequest): unknown {
    const { world, budget, stacks } = this.#exchange;
    this.#exchange.takeNotes(request[0]);
    switch (request[1]) {
      case 'block': {
        const [, , duration, line, row] = request;
        return this.#standStill('time.sleep', line, row, (stack, answer) =>
          stacks.park(stack, -stack.id, addNs(world.now, duration), answer),
        );
      }
      case 'park': {
        const [, , number, until, what, line, row] = request;
        return this.#standStill(what, line, row, (stack, answer) => stacks.park(stack, number, until, answer));
      }
      case 'wait': {
        const [, , number, until] = request;
        return this.#later((stack) => {
          const messages = stacks.takeMessages(stack);
          if (messages.length > 0) return messages;
          stack.awaits = number;
          return stacks.park(stack, number, until, () => {
            stack.awaits = null;
            return stacks.takeMessages(stack);
          });
        });
      }
      case 'call': {
        const [, , name, payload, line, row] = request;
        if (this.#exchange.isDatabase(name)) throw new Refused('the database has no asynchronous interface');
        this.#countPayload(payload, line);
        const service = serviceOf(world, name);
        return this.#call(service, payload, line, row, stacks.running);
      }
      case 'call_blocking': {
        const [, , name, payload, line, row] = request;
        this.#countPayload(payload, line);
        return this.#callBlocking(name, payload, line, row);
      }
      case 'at_once': {
        const [, , name, payload] = request;
        if (!this.#exchange.servers.has(name)) throw new Refused(`there is no host called ${JSON.stringify(name)}`);
        budget.countBytes(payload);
        return new Later(() => {
          const said = this.#exchange.enter('judge', ['at_once', name, payload, world.now]);
          const outcome = outcomeSchema.nullable().parse(said);
          return outcome && forReader('student', outcome);
        });
      }
      case 'cancel':
        return this.#calls.has(request[2]) ? void world.cancel(request[2]) : null;
      case 'ask':
        budget.countBytes(request[5]);
        return new Later(() =>
          forReader('student', outcomeSchema.parse(this.#exchange.enter('judge', ['ask', ...request.slice(2)]))),
        );
      case 'start':
        budget.countBytes(request[5]);
        return this.#exchange.start('judge', request.slice(2), stacks.running);
      case 'stop':
        budget.countBytes(request[3]);
        return void world.post('judge', ['stop', request[2], request[3]]);
      case 'thread':
        return stacks.startThread(JSON.stringify(['thread', request[2]]));
      case 'finished':
        return this.#exchange.takeFinished('student', request[2]);
      case 'exhausted':
        this.#exchange.lastLine = request[3];
        if (request[2] === 'steps') throw new ScenarioEnding({ kind: 'steps' });
        throw new InterpreterDied(request[2], false, 'as the interpreter itself has noticed');
    }
  }

  /** Nothing is waited for any more when the scenario is over. */
  #later(carryOut: (stack: Stack) => unknown): Later {
    if (this.#isOver()) throw new Refused('the scenario is over');
    return new Later(carryOut);
  }

  #countPayload(payload: string, line: number | null): void {
    try {
      this.#exchange.budget.countBytes(payload);
    } catch (error) {
      this.#exchange.lastLine = line;
      throw error;
    }
  }

  #call(service: Service, payload: string, line: number | null, row: number | null, stack: Stack | null): number {
    const { world } = this.#exchange;
    const origin = { line, row, thread: stack?.thread ?? null };
    const id: number = world.call(service, payload, origin, (_, answer) =>
      this.#exchange.post('student', ['settle', id, forReader('student', answer)], stack),
    );
    this.#calls.add(id);
    return id;
  }

  #callBlocking(name: string, payload: string, line: number | null, row: number | null): Later {
    const { world, stacks } = this.#exchange;
    return this.#standStill(name, line, row, (stack, answer) => {
      if (this.#exchange.isDatabase(name)) {
        const free = outcomeSchema.nullable().parse(this.#exchange.enter('judge', ['statement', payload]));
        if (free !== null) return forReader('student', free);
      }
      const origin = { line, row, thread: stack.thread };
      world.call(serviceOf(world, name), payload, origin, (_, given) =>
        stacks.resume(stack, () => {
          answer();
          return forReader('student', given);
        }),
      );
      world.timeCalls();
      return STILL_WAITING;
    });
  }

  /**
   * The stack that asks stands still until what `wait` has begun is over; `wait` gets what is to be called at that
   * instant. On the loop's thread that is recorded as blocking the loop, where one is running.
   */
  #standStill(
    by: string,
    line: number | null,
    row: number | null,
    wait: (stack: Stack, over: () => null) => unknown,
  ): Later {
    const { world, stacks } = this.#exchange;
    return this.#later((stack) => {
      if (stack.thread !== null) return wait(stack, () => null);
      const inLoop = stacks.isPumping || row !== null;
      const beginNs = world.now;
      return wait(stack, () => {
        if (inLoop && world.now > beginNs) world.trace.block({ row, by, line, beginNs, endNs: world.now });
        return null;
      });
    });
  }
}
