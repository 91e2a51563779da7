// The world: virtual clock, scheduler, services and trace of one scenario. Pure and deterministic: the same acts in
// the same order give the same trace, byte for byte. Never imports anything outside this folder.
import { Agenda } from './agenda.ts';
import { ScenarioEnding } from './ending.ts';
import { SeededRandom } from './random.ts';
import { Service, type Latency, type ServiceCall } from './service.ts';
import { FIRST_CALL_ROW, Trace, type Outcome } from './trace.ts';
import { addNs, type VirtualNs } from './time.ts';

/** One of the two interpreters, as the scheduler sees it. */
export interface Actor<Message> {
  /** Takes the messages, runs everything that is ready, and says when it wants to run again. */
  pump(messages: readonly Message[]): { timerNs: VirtualNs | null; more: boolean };
}

/** Where a call was made: for the timeline only. */
export interface Origin {
  readonly line: number | null;
  readonly row: number | null;
  /** The virtual thread it was made on; null for the loop's own. */
  readonly thread: number | null;
}

/** Answers what the world does not know itself: how long, and with what. Implemented by the judge. */
export interface ServiceOracle<Answer> {
  latencyNs(service: string, payload: string): VirtualNs;
  /** `atNs`: when the answer is there; later than now for a call on a virtual thread. */
  answer(service: string, payload: string, atNs: VirtualNs): { outcome: Outcome; answer: Answer };
}

interface ActorState<Message> {
  readonly actor: Actor<Message>;
  inbox: Message[];
  timerNs: VirtualNs | null;
  more: boolean;
  /** True while it is on the stack: running, blocked, or waiting in a nested loop. Then it cannot be pumped. */
  busy: boolean;
}

interface VirtualThread {
  nowNs: VirtualNs;
}

export interface WorldLimits {
  readonly deadlineNs: VirtualNs;
  /** How many pumps in a row one instant may take while actors say they have more to run. */
  readonly pumpsPerInstant: number;
  readonly traceRows: number;
}

/**
 * Scheduling. An actor is *idle* (may be pumped) or *busy* (on the stack). `settle` pumps idle actors in order of
 * creation until none has messages, due timers or more to run. `advance` moves the clock to the earliest timer or
 * appointment. The top level alternates the two until the scenario has ended; a blocking actor does the same nested,
 * with itself busy, until its wait is over.
 */
export class World<Message, Answer> {
  readonly trace: Trace;
  readonly limits: WorldLimits;
  readonly services = new Map<string, Service>();
  readonly #actors = new Map<string, ActorState<Message>>();
  readonly #threads = new Map<number, VirtualThread>();
  readonly #agenda = new Agenda();
  readonly #random: SeededRandom;
  readonly #calls = new Map<number, { call: ServiceCall; service: Service; cancel: () => void }>();
  readonly #oracle: ServiceOracle<Answer>;
  #now: VirtualNs = 0;
  #nextCall = FIRST_CALL_ROW;
  #pumpsNow = 0;

  constructor(seed: number, limits: WorldLimits, oracle: ServiceOracle<Answer>) {
    this.limits = limits;
    this.#random = new SeededRandom(seed);
    this.#oracle = oracle;
    this.trace = new Trace(limits.traceRows);
  }

  get now(): VirtualNs {
    return this.#now;
  }

  attach(name: string, actor: Actor<Message>): void {
    this.#actors.set(name, { actor, inbox: [], timerNs: null, more: false, busy: false });
  }

  post(to: string, message: Message): void {
    this.#state(to).inbox.push(message);
  }

  /** Runs `work` with an actor on the stack, so that nothing pumps it meanwhile. */
  occupy<Result>(name: string, work: () => Result): Result {
    const state = this.#state(name);
    const before = state.busy;
    state.busy = true;
    try {
      return work();
    } finally {
      state.busy = before;
    }
  }

  /** Says that an actor has work now that the world has not seen (it was asked something synchronously). */
  wake(name: string): void {
    this.#state(name).more = true;
  }

  /** Runs until `ended()`. Throws ScenarioEnding on deadlock, deadline or endless work at one instant. */
  run(ended: () => boolean): void {
    for (;;) {
      this.#settle(ended);
      if (ended()) return;
      if (!this.#advance(null)) throw new ScenarioEnding({ kind: 'deadlock' });
    }
  }

  /** A busy actor stands still for `duration` while everything else goes on. Returns the interval. */
  block(duration: VirtualNs): { beginNs: VirtualNs; endNs: VirtualNs } {
    const beginNs = this.#now;
    const endNs = addNs(beginNs, duration);
    while (this.#now < endNs) {
      this.#settle(() => false);
      this.#advance(endNs);
    }
    return { beginNs, endNs };
  }

  /** A busy actor waits until `done()`, nested. Throws ScenarioEnding when that can never be. */
  waitUntil(done: () => boolean): void {
    while (!done()) {
      this.#settle(done);
      if (done()) return;
      if (!this.#advance(null)) throw new ScenarioEnding({ kind: 'deadlock' });
    }
  }

  /** A busy actor waits for messages, or for an instant (null: only for messages). Returns the messages. */
  waitForMessages(name: string, until: VirtualNs | null): Message[] {
    const state = this.#state(name);
    while (state.inbox.length === 0 && (until === null || this.#now < until)) {
      this.#settle(() => state.inbox.length > 0);
      if (state.inbox.length > 0) break;
      if (!this.#advance(until)) throw new ScenarioEnding({ kind: 'deadlock' });
    }
    return state.inbox.splice(0);
  }

  register(name: string, latency: Latency, capacity: number | null): void {
    this.services.set(name, new Service(name, latency, capacity));
  }

  /** Starts a call; `settled` is told how it ended unless it is cancelled. Returns its number. */
  call(service: Service, payload: string, origin: Origin, settled: (outcome: Outcome, answer: Answer) => void): number {
    const call = this.#record(service, payload, this.#now, origin);
    const finish = () => {
      const { outcome, answer } = this.#oracle.answer(service.name, payload, this.#now);
      this.#close(call, this.#now, outcome);
      service.release();
      settled(outcome, answer);
    };
    let cancelStart = () => {};
    const start = () => {
      const appointment = this.#agenda.add(addNs(this.#now, call.latencyNs), finish);
      cancelStart = () => {
        appointment.cancelled = true;
        service.release();
      };
    };
    if (service.isFull) {
      const waiting = { call, start };
      service.queue.push(waiting);
      cancelStart = () => service.queue.splice(service.queue.indexOf(waiting), 1);
    } else {
      service.inService++;
      start();
    }
    this.#calls.set(call.id, {
      call,
      service,
      cancel: () => {
        cancelStart();
        this.#close(call, this.#now, 'cancelled');
      },
    });
    return call.id;
  }

  /** Cancels a call that is still going on; does nothing otherwise. */
  cancel(id: number): void {
    this.#calls.get(id)?.cancel();
  }

  /** A blocking call on a virtual thread: computed at once, on the thread's own clock. */
  callOnThread(service: Service, payload: string, origin: Origin & { thread: number }): Answer {
    const thread = this.#thread(origin.thread);
    const call = this.#record(service, payload, thread.nowNs, origin);
    const open = service.calls.filter((other) => other !== call && (other.endNs ?? Infinity) > thread.nowNs);
    const freeAt =
      service.capacity !== null && open.length >= service.capacity
        ? open.map((other) => other.endNs ?? addNs(other.beginNs, other.latencyNs)).sort((a, b) => a - b)[
            open.length - service.capacity
          ]
        : undefined;
    const endNs = addNs(Math.max(thread.nowNs, freeAt ?? 0), call.latencyNs);
    this.#checkDeadline(endNs);
    const { outcome, answer } = this.#oracle.answer(service.name, payload, endNs);
    this.#close(call, endNs, outcome);
    thread.nowNs = endNs;
    return answer;
  }

  beginThread(id: number, beginNs: VirtualNs, label: string, origin: Origin): VirtualNs {
    const earliest = origin.thread === null ? this.#now : this.#thread(origin.thread).nowNs;
    const nowNs = Math.max(beginNs, earliest);
    this.#threads.set(id, { nowNs });
    this.trace.begin({ id, parent: origin.row, kind: 'thread', label, line: origin.line, beginNs: nowNs });
    return nowNs;
  }

  blockThread(id: number, duration: VirtualNs): VirtualNs {
    const thread = this.#thread(id);
    thread.nowNs = addNs(thread.nowNs, duration);
    this.#checkDeadline(thread.nowNs);
    return thread.nowNs;
  }

  endThread(id: number, outcome: Outcome): VirtualNs {
    const { nowNs } = this.#thread(id);
    this.#threads.delete(id);
    this.trace.end(id, nowNs, outcome);
    return nowNs;
  }

  /** The clock as seen from the loop's thread (null) or from a virtual thread. */
  nowOn(thread: number | null): VirtualNs {
    return thread === null ? this.#now : (this.#threads.get(thread)?.nowNs ?? this.#now);
  }

  /** Calls that have neither ended nor been cancelled. */
  get openCalls(): number {
    return this.#calls.size;
  }

  #thread(id: number): VirtualThread {
    const thread = this.#threads.get(id);
    if (thread === undefined) throw new RangeError('no such thread');
    return thread;
  }

  #state(name: string): ActorState<Message> {
    const state = this.#actors.get(name);
    if (state === undefined) throw new RangeError(`no actor ${name}`);
    return state;
  }

  #record(service: Service, payload: string, beginNs: VirtualNs, origin: Origin): ServiceCall {
    const { latency } = service;
    const latencyNs =
      latency === 'ask'
        ? this.#oracle.latencyNs(service.name, payload)
        : typeof latency === 'number'
          ? latency
          : this.#random.between(latency[0], latency[1]);
    const id = this.#nextCall++;
    const thread = origin.thread !== null;
    const call: ServiceCall = {
      id, service: service.name, payload, beginNs, latencyNs, thread, endNs: null, outcome: 'unfinished',
    };
    service.calls.push(call);
    this.trace.begin({ id, parent: origin.row, kind: 'call', label: service.name, line: origin.line, beginNs });
    return call;
  }

  #close(call: ServiceCall, at: VirtualNs, outcome: Outcome): void {
    call.endNs = at;
    call.outcome = outcome;
    this.trace.end(call.id, at, outcome);
    this.#calls.delete(call.id);
  }

  #settle(stop: () => boolean): void {
    for (let quiet = false; !quiet;) {
      quiet = true;
      for (const state of this.#actors.values()) {
        if (stop()) return;
        const isDue = state.timerNs !== null && state.timerNs <= this.#now;
        if (state.busy || !(state.inbox.length > 0 || isDue || state.more)) continue;
        quiet = false;
        this.#pump(state);
      }
    }
  }

  #pump(state: ActorState<Message>): void {
    if (++this.#pumpsNow > this.limits.pumpsPerInstant) throw new ScenarioEnding({ kind: 'steps' });
    const messages = state.inbox.splice(0);
    state.busy = true;
    state.more = false;
    try {
      const { timerNs, more } = state.actor.pump(messages);
      state.timerNs = timerNs;
      state.more = more;
    } finally {
      state.busy = false;
    }
  }

  /** Moves the clock to what comes next, at most to `limit`. False when there is nothing to come and no limit. */
  #advance(limit: VirtualNs | null): boolean {
    let next = this.#agenda.next;
    for (const state of this.#actors.values())
      if (!state.busy && state.timerNs !== null && (next === null || state.timerNs < next)) next = state.timerNs;
    if (limit !== null && (next === null || next > limit)) next = limit;
    if (next === null) return false;
    this.#checkDeadline(next);
    if (next > this.#now) this.#pumpsNow = 0;
    this.#now = Math.max(this.#now, next);
    for (let due = this.#agenda.takeDue(this.#now); due; due = this.#agenda.takeDue(this.#now)) due.happen();
    return true;
  }

  #checkDeadline(at: VirtualNs): void {
    if (at > this.limits.deadlineNs)
      throw new ScenarioEnding({ kind: 'out_of_time', deadlineNs: this.limits.deadlineNs });
  }
}
