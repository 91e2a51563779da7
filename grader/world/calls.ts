// Calls of services: begun by the interpreters, ended by the agenda.
import type { Agenda } from './agenda.ts';
import type { SeededRandom } from './random.ts';
import { peakOfCalls, Service, type Latency, type ServiceCall } from './service.ts';
import { addNs, type VirtualNs } from './time.ts';
import { FIRST_CALL_ROW, type Outcome, type Trace } from './trace.ts';

/** Where a call was made: for the timeline only. */
export interface Origin {
  readonly line: number | null;
  readonly row: number | null;
  /** The virtual thread it was made on; null for the loop's own. */
  readonly thread: number | null;
}

/** A call, as far as who answers it has to know. */
export type AskedCall = Pick<ServiceCall, 'service' | 'payload'>;

/** Answers what the world does not know itself: how long, and with what. Implemented by the judge. */
export interface ServiceOracle<Answer> {
  /** How long each of these calls takes, all of which began at one instant. */
  latenciesNs(calls: readonly AskedCall[]): readonly VirtualNs[];
  /** How each of these calls ends, all of which end at one instant. */
  answers(calls: readonly AskedCall[]): readonly { outcome: Outcome; answer: Answer }[];
}

export interface CallsParts<Answer> {
  readonly agenda: Agenda;
  readonly trace: Trace;
  readonly random: SeededRandom;
  readonly oracle: ServiceOracle<Answer>;
  readonly now: () => VirtualNs;
  /** Has something done at this instant, as soon as nobody stands in the way. */
  readonly soon: (work: () => void) => void;
}

interface Untimed {
  readonly call: ServiceCall;
  readonly admit: (latencyNs: VirtualNs) => void;
}

interface Ending<Answer> {
  readonly call: ServiceCall;
  readonly end: (outcome: Outcome, answer: Answer) => void;
}

export class Calls<Answer> {
  readonly services = new Map<string, Service>();
  readonly #parts: CallsParts<Answer>;
  /** Calls that have neither ended nor been cancelled, with what cancels them. */
  readonly #open = new Map<number, () => void>();
  /** Calls that have begun, of which nobody has asked yet how long they take. */
  #untimed: Untimed[] = [];
  /** Calls that end at this instant, the answers of which nobody has asked for yet. */
  #ending: Ending<Answer>[] = [];
  #nextId = FIRST_CALL_ROW;
  #nextOrder = 0;

  constructor(parts: CallsParts<Answer>) {
    this.#parts = parts;
  }

  isOpen(id: number): boolean {
    return this.#open.has(id);
  }

  /** The most calls of all services together that were in flight at once. */
  get peak(): number {
    const calls = [...this.services.values()].flatMap((service) => service.calls);
    return peakOfCalls(calls, this.#parts.now());
  }

  register(name: string, latency: Latency, capacity: number | null): void {
    this.services.set(name, new Service(name, latency, capacity));
  }

  /** Starts a call; `settled` is told how it ended unless it is cancelled. Returns its number. */
  start(
    service: Service,
    payload: string,
    origin: Origin,
    settled: (outcome: Outcome, answer: Answer) => void,
  ): number {
    const { agenda, random, now } = this.#parts;
    const call = this.#record(service, payload, origin);
    const end = (outcome: Outcome, answer: Answer) => {
      this.#close(call, outcome);
      service.leave(call);
      settled(outcome, answer);
    };
    let cancelAppointment = () => {};
    this.#open.set(call.id, () => {
      cancelAppointment();
      this.#close(call, 'cancelled');
      service.leave(call);
    });
    const admit = (latencyNs: VirtualNs) => {
      call.latencyNs = latencyNs;
      service.admit(call, () => {
        const appointment = agenda.add(addNs(now(), latencyNs), () => this.#ending.push({ call, end }), true);
        cancelAppointment = () => (appointment.cancelled = true);
      });
    };
    const { latency } = service;
    if (latency === 'ask') this.#timeSoon({ call, admit });
    else admit(typeof latency === 'number' ? latency : random.between(latency[0], latency[1]));
    return call.id;
  }

  /** Asks how long the calls take that have just begun, all in one question. */
  timeUntimed(): void {
    const untimed = this.#untimed.filter(({ call }) => this.#open.has(call.id));
    this.#untimed = [];
    if (untimed.length === 0) return;
    const latenciesNs = this.#parts.oracle.latenciesNs(untimed.map(({ call }) => call));
    untimed.forEach(({ admit }, index) => admit(latenciesNs[index] ?? 0));
  }

  /** Asks for the answers of the calls that end at this instant, all in one question. False when there are none. */
  answerEnding(): boolean {
    const ending = this.#ending;
    if (ending.length === 0) return false;
    this.#ending = [];
    const answers = this.#parts.oracle.answers(ending.map(({ call }) => call));
    ending.forEach(({ end }, index) => {
      const given = answers[index];
      if (given) end(given.outcome, given.answer);
    });
    return true;
  }

  /** Cancels a call that is still going on; does nothing otherwise. */
  cancel(id: number): void {
    this.#open.get(id)?.();
  }

  #timeSoon(untimed: Untimed): void {
    if (this.#untimed.length === 0) this.#parts.soon(() => this.timeUntimed());
    this.#untimed.push(untimed);
  }

  #record({ name, calls }: Service, payload: string, origin: Origin): ServiceCall {
    const beginNs = this.#parts.now();
    const id = this.#nextId++;
    const call: ServiceCall = {
      id,
      service: name,
      payload,
      beginNs,
      latencyNs: 0,
      thread: origin.thread !== null,
      beginOrder: this.#nextOrder++,
      endOrder: null,
      endNs: null,
      outcome: 'unfinished',
    };
    calls.push(call);
    this.#parts.trace.begin({ id, parent: origin.row, kind: 'call', label: name, line: origin.line, beginNs });
    return call;
  }

  #close(call: ServiceCall, outcome: Outcome): void {
    const at = this.#parts.now();
    call.endNs = at;
    call.endOrder = this.#nextOrder++;
    call.outcome = outcome;
    this.#parts.trace.end(call.id, at, outcome);
    this.#open.delete(call.id);
  }
}
