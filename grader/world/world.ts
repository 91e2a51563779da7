// The world: virtual clock, scheduler, services and trace of one scenario. Pure and deterministic: the same acts in
// the same order give the same trace, byte for byte. Never imports anything outside this folder.
import { Agenda } from './agenda.ts';
import { Calls, type Origin, type ServiceOracle } from './calls.ts';
import { ScenarioEnding } from './ending.ts';
import { SeededRandom } from './random.ts';
import type { Latency, Service } from './service.ts';
import { Threads, type Turn } from './threads.ts';
import { Trace, type Outcome } from './trace.ts';
import { addNs, type VirtualNs } from './time.ts';

/** One of the two interpreters, as the scheduler sees it. */
export interface Actor<Message> {
  /**
   * Takes the messages, runs everything that is ready, and says when it wants to run again. Null: it stands still in
   * the middle; it says so by `pumped` when it has come to the end.
   */
  pump(messages: readonly Message[]): Pumped | null;
}

export interface Pumped {
  readonly timerNs: VirtualNs | null;
  /** Whether it has more to run at this instant. */
  readonly more: boolean;
}

interface ActorState<Message> {
  readonly name: string;
  readonly actor: Actor<Message>;
  inbox: Message[];
  timerNs: VirtualNs | null;
  more: boolean;
  /** Pumps in a row, at this instant, after which it still had more to run. */
  unfinishedPumps: number;
  /** True while it runs or stands still in the middle of what it runs. Then it cannot be pumped. */
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
/** And threads may wake each other. */
const MAX_TURNS_PER_INSTANT = 50_000;

/**
 * Scheduling. An actor is *idle* (may be pumped) or *busy* (in the middle of something). `settle` gives their turns to
 * those who may go on, and pumps idle actors in order of creation, until none has messages, due timers or more to run.
 * `advance` moves the clock to the earliest timer or appointment. The top level alternates the two until the scenario
 * has ended; whoever needs something at once does the same nested, until it is there.
 */
export class World<Message, Answer> {
  readonly trace: Trace;
  readonly limits: WorldLimits;
  readonly #actors = new Map<string, ActorState<Message>>();
  readonly #agenda = new Agenda();
  /** What comes after everything else that happens at its instant. */
  readonly #afterwards = new Agenda();
  readonly #calls: Calls<Answer>;
  readonly #threads = new Threads(this.#agenda);
  #now: VirtualNs = 0;
  #pumpsNow = 0;
  #turnsNow = 0;

  constructor(seed: number, limits: WorldLimits, oracle: ServiceOracle<Answer>) {
    this.limits = limits;
    this.trace = new Trace(limits.traceRows);
    const random = new SeededRandom(seed);
    this.#calls = new Calls({
      agenda: this.#agenda,
      trace: this.trace,
      random,
      oracle,
      now: () => this.#now,
      soon: (work) => this.#threads.enqueue({ mayGo: () => true, go: work }),
    });
  }

  get now(): VirtualNs {
    return this.#now;
  }

  attach(name: string, actor: Actor<Message>): void {
    this.#actors.set(name, {
      name,
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

  /** A busy actor stands still for `duration`, nested, while everything else goes on. Returns the interval. */
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

  /** Takes what has been posted to an actor that is busy and looks itself. */
  takeMessages(name: string): Message[] {
    return this.#state(name).inbox.splice(0);
  }

  /** An actor that stood still while it was pumped has come to the end. */
  pumped(name: string, { timerNs, more }: Pumped): void {
    const state = this.#state(name);
    state.busy = false;
    state.timerNs = timerNs;
    state.more = more;
    state.unfinishedPumps = more ? state.unfinishedPumps + 1 : 0;
  }

  /** Somebody stands still until `unpark` with this number, at most until an instant; then it is his turn. */
  park(number: number, until: VirtualNs | null, turn: Turn): void {
    this.#threads.park(number, until, turn);
  }

  /** Ends a wait; does nothing when there is none of this number. */
  unpark(number: number): void {
    this.#threads.wake(number);
  }

  /** Somebody may go on as soon as those who could earlier have had their turns. */
  enqueue(turn: Turn): void {
    this.#threads.enqueue(turn);
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

  /** Asks at once how long the calls take that have just begun; otherwise that is done soon. */
  timeCalls(): void {
    this.#calls.timeUntimed();
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

  #state(name: string): ActorState<Message> {
    const state = this.#actors.get(name);
    if (state === undefined) throw new RangeError(`no actor ${name}`);
    return state;
  }

  #settle(stop: () => boolean): void {
    for (let quiet = false; !quiet;) {
      quiet = !this.#takeTurns(stop);
      for (const state of this.#actors.values()) {
        if (stop()) return;
        const isDue = state.timerNs !== null && state.timerNs <= this.#now;
        if (state.busy || !(state.inbox.length > 0 || isDue || state.more)) continue;
        quiet = false;
        this.#pump(state);
        this.#takeTurns(stop);
      }
    }
  }

  /** Lets go on whoever may. False when nobody could. */
  #takeTurns(stop: () => boolean): boolean {
    for (let any = false; ; any = true) {
      const turn = stop() ? null : this.#threads.takeReady();
      if (turn === null) return any;
      if (++this.#turnsNow > MAX_TURNS_PER_INSTANT) throw new ScenarioEnding({ kind: 'steps' });
      turn.go();
    }
  }

  #pump(state: ActorState<Message>): void {
    if (++this.#pumpsNow > MAX_PUMPS_PER_INSTANT || state.unfinishedPumps >= this.limits.pumpsPerInstant)
      throw new ScenarioEnding({ kind: 'steps' });
    const messages = state.inbox.splice(0);
    state.busy = true;
    state.more = false;
    let standsStill = false;
    try {
      const pumped = state.actor.pump(messages);
      if (pumped === null) standsStill = true;
      else this.pumped(state.name, pumped);
    } finally {
      if (!standsStill) state.busy = false;
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
      this.#pumpsNow = this.#turnsNow = 0;
      for (const state of this.#actors.values()) state.unfinishedPumps = 0;
    }
    this.#now = Math.max(this.#now, next);
    this.#keepAppointments();
    return true;
  }

  /** Everything that is due. Calls that end one after the other at one instant are answered together. */
  #keepAppointments(): void {
    for (;;) {
      const due = this.#agenda.takeDue(this.#now);
      if (!due?.endsCall && this.#calls.answerEnding() && due === null) continue;
      if (due === null) return;
      due.happen();
    }
  }

  #checkDeadline(at: VirtualNs): void {
    if (at > this.limits.deadlineNs)
      throw new ScenarioEnding({ kind: 'out_of_time', deadlineNs: this.limits.deadlineNs });
  }
}
