// The world: virtual clock, scheduler, services and trace of one scenario. Pure and deterministic: the same acts in
// the same order give the same trace, byte for byte. Never imports anything outside this folder.
import { Agenda } from './agenda.ts';
import { Calls, type Origin, type ServiceOracle } from './calls.ts';
import { ScenarioEnding } from './ending.ts';
import { SeededRandom } from './random.ts';
import type { Latency, Service } from './service.ts';
import { Threads } from './threads.ts';
import { Trace, type Outcome } from './trace.ts';
import { addNs, type VirtualNs } from './time.ts';

/** One of the two interpreters, as the scheduler sees it. */
export interface Actor<Message> {
  /** Takes the messages, runs everything that is ready, and says when it wants to run again. */
  pump(messages: readonly Message[]): { timerNs: VirtualNs | null; more: boolean };
}

interface ActorState<Message> {
  readonly actor: Actor<Message>;
  inbox: Message[];
  timerNs: VirtualNs | null;
  more: boolean;
  /** Pumps in a row, at this instant, after which it still had more to run. */
  unfinishedPumps: number;
  /** True while it is on the stack: running, blocked, or waiting in a nested loop. Then it cannot be pumped. */
  busy: boolean;
}

export interface WorldLimits {
  readonly deadlineNs: VirtualNs;
  /** How many pumps in a row one instant may take while actors say they have more to run. */
  readonly pumpsPerInstant: number;
  readonly traceRows: number;
}

function earlier(one: VirtualNs | null, other: VirtualNs | null): VirtualNs | null {
  return one === null || (other !== null && other < one) ? other : one;
}

/** Messages may go to and fro at one instant, but not for ever. */
const MAX_PUMPS_PER_INSTANT = 5_000;

/**
 * Scheduling. An actor is *idle* (may be pumped) or *busy* (on the stack). `settle` pumps idle actors in order of
 * creation until none has messages, due timers or more to run. `advance` moves the clock to the earliest timer or
 * appointment. The top level alternates the two until the scenario has ended; a blocking actor does the same nested,
 * with itself busy, until its wait is over.
 */
export class World<Message, Answer> {
  readonly trace: Trace;
  readonly limits: WorldLimits;
  readonly #actors = new Map<string, ActorState<Message>>();
  readonly #agenda = new Agenda();
  /** What comes after everything else that happens at its instant. */
  readonly #afterwards = new Agenda();
  readonly #calls: Calls<Answer>;
  readonly #threads = new Threads((at) => this.#checkDeadline(at));
  #now: VirtualNs = 0;
  #pumpsNow = 0;

  constructor(seed: number, limits: WorldLimits, oracle: ServiceOracle<Answer>) {
    this.limits = limits;
    this.trace = new Trace(limits.traceRows);
    const random = new SeededRandom(seed);
    this.#calls = new Calls({ agenda: this.#agenda, trace: this.trace, random, oracle, now: () => this.#now });
  }

  get now(): VirtualNs {
    return this.#now;
  }

  attach(name: string, actor: Actor<Message>): void {
    this.#actors.set(name, {
      actor,
      inbox: [],
      timerNs: null,
      more: false,
      unfinishedPumps: 0,
      busy: false,
    });
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
    return { beginNs, endNs: this.#now };
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
    const messages = this.tryWaitForMessages(name, until);
    if (messages === null) throw new ScenarioEnding({ kind: 'deadlock' });
    return messages;
  }

  /** The same, but null when nothing can ever come. */
  tryWaitForMessages(name: string, until: VirtualNs | null): Message[] | null {
    const state = this.#state(name);
    while (state.inbox.length === 0 && (until === null || this.#now < until)) {
      this.#settle(() => state.inbox.length > 0);
      if (state.inbox.length > 0) break;
      if (!this.#advance(until)) return null;
    }
    return state.inbox.splice(0);
  }

  /** What the scenario has registered, by name. */
  get services(): ReadonlyMap<string, Service> {
    return this.#calls.services;
  }

  register(name: string, latency: Latency, capacity: number | null): void {
    this.#calls.register(name, latency, capacity);
  }

  /** Starts a call; `settled` is told how it ended unless it is cancelled. Returns its number. */
  call(service: Service, payload: string, origin: Origin, settled: (outcome: Outcome, answer: Answer) => void): number {
    return this.#calls.start(service, payload, origin, settled);
  }

  /** Cancels a call that is still going on; does nothing otherwise. */
  cancel(id: number): void {
    this.#calls.cancel(id);
  }

  /** Whether a call has neither ended nor been cancelled. */
  isOpen(id: number): boolean {
    return this.#calls.isOpen(id);
  }

  /** The most calls of all services together that were in flight at once. */
  get peak(): number {
    return this.#calls.peak;
  }

  /** Lets something happen at an instant, when everything else that happens then has happened. Returns what cancels it. */
  addAfterwards(at: VirtualNs, happen: () => void): () => void {
    const appointment = this.#afterwards.add(at, happen);
    return () => (appointment.cancelled = true);
  }

  /** A blocking call on a virtual thread: computed at once, on the thread's own clock. */
  callOnThread(service: Service, payload: string, origin: Origin & { thread: number }): Answer {
    const { endNs, answer } = this.callAheadOnThread(service, payload, origin);
    this.#threads.moveTo(origin.thread, endNs);
    return answer;
  }

  /** A call of an event loop that runs on a virtual thread: computed at once, the thread goes on. */
  callAheadOnThread(
    service: Service,
    payload: string,
    origin: Origin & { thread: number },
  ): { endNs: VirtualNs; answer: Answer } {
    const beginNs = this.#threads.getNow(origin.thread);
    const check = (endNs: VirtualNs) => this.#checkDeadline(endNs);
    return this.#calls.runOnThread(service, payload, origin, beginNs, check);
  }

  /** A thread that waited while the world went on is at the world's instant, if its own clock was behind. */
  resumeThread(id: number): void {
    this.#threads.moveTo(id, this.#now);
  }

  /** Begins a thread, not before the instant of whoever starts it. Returns when it begins. */
  beginThread(id: number, beginNs: VirtualNs, label: string, origin: Origin): VirtualNs {
    const nowNs = Math.max(beginNs, origin.thread === null ? this.#now : this.#threads.getNow(origin.thread));
    this.#threads.begin(id, nowNs);
    this.trace.begin({ id, parent: origin.row, kind: 'thread', label, line: origin.line, beginNs: nowNs });
    return nowNs;
  }

  /** A thread stands still for `duration` on its own clock. Returns what that shows then. */
  blockThread(id: number, duration: VirtualNs): VirtualNs {
    return this.#threads.advance(id, duration);
  }

  endThread(id: number, outcome: Outcome): VirtualNs {
    const nowNs = this.#threads.end(id);
    this.trace.end(id, nowNs, outcome);
    return nowNs;
  }

  /** The clock as seen from the loop's thread (null) or from a virtual thread. */
  nowOn(thread: number | null): VirtualNs {
    return (thread === null ? null : this.#threads.findNow(thread)) ?? this.#now;
  }

  #state(name: string): ActorState<Message> {
    const state = this.#actors.get(name);
    if (state === undefined) throw new RangeError(`no actor ${name}`);
    return state;
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
    if (++this.#pumpsNow > MAX_PUMPS_PER_INSTANT || state.unfinishedPumps >= this.limits.pumpsPerInstant)
      throw new ScenarioEnding({ kind: 'steps' });
    const messages = state.inbox.splice(0);
    state.busy = true;
    state.more = false;
    try {
      const { timerNs, more } = state.actor.pump(messages);
      state.timerNs = timerNs;
      state.more = more;
      state.unfinishedPumps = more ? state.unfinishedPumps + 1 : 0;
    } finally {
      state.busy = false;
    }
  }

  /** Moves the clock to what comes next, at most to `limit`. False when there is nothing to come and no limit. */
  #advance(limit: VirtualNs | null): boolean {
    let next = this.#agenda.next;
    if (next === null || next > this.#now) {
      const afterwards = this.#afterwards.takeDue(this.#now);
      if (afterwards) {
        afterwards.happen();
        return true;
      }
      next = earlier(next, this.#afterwards.next);
    }
    for (const state of this.#actors.values()) if (!state.busy) next = earlier(next, state.timerNs);
    if (limit !== null && (next === null || next > limit)) next = limit;
    if (next === null) return false;
    this.#checkDeadline(next);
    if (next > this.#now) {
      this.#pumpsNow = 0;
      for (const state of this.#actors.values()) state.unfinishedPumps = 0;
    }
    this.#now = Math.max(this.#now, next);
    for (let due = this.#agenda.takeDue(this.#now); due; due = this.#agenda.takeDue(this.#now)) due.happen();
    return true;
  }

  #checkDeadline(at: VirtualNs): void {
    if (at > this.limits.deadlineNs)
      throw new ScenarioEnding({ kind: 'out_of_time', deadlineNs: this.limits.deadlineNs });
  }
}
