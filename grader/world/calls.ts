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

/** Answers what the world does not know itself: how long, and with what. Implemented by the judge. */
export interface ServiceOracle<Answer> {
  latencyNs(service: string, payload: string): VirtualNs;
  answer(service: string, payload: string): { outcome: Outcome; answer: Answer };
}

export interface CallsParts<Answer> {
  readonly agenda: Agenda;
  readonly trace: Trace;
  readonly random: SeededRandom;
  readonly oracle: ServiceOracle<Answer>;
  readonly now: () => VirtualNs;
}

export class Calls<Answer> {
  readonly services = new Map<string, Service>();
  readonly #parts: CallsParts<Answer>;
  /** Calls that have neither ended nor been cancelled, with what cancels them. */
  readonly #open = new Map<number, () => void>();
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
    const { agenda, oracle, now } = this.#parts;
    const call = this.#record(service, payload, origin);
    const finish = () => {
      const { outcome, answer } = oracle.answer(service.name, payload);
      this.#close(call, now(), outcome);
      service.leave(call);
      settled(outcome, answer);
    };
    let cancelAppointment = () => {};
    this.#open.set(call.id, () => {
      cancelAppointment();
      this.#close(call, now(), 'cancelled');
      service.leave(call);
    });
    service.admit(call, () => {
      const appointment = agenda.add(addNs(now(), call.latencyNs), finish);
      cancelAppointment = () => (appointment.cancelled = true);
    });
    return call.id;
  }

  /** Cancels a call that is still going on; does nothing otherwise. */
  cancel(id: number): void {
    this.#open.get(id)?.();
  }

  #record(service: Service, payload: string, origin: Origin): ServiceCall {
    const { oracle, random, trace, now } = this.#parts;
    const beginNs = now();
    const { latency, name } = service;
    const latencyNs =
      latency === 'ask'
        ? oracle.latencyNs(name, payload)
        : typeof latency === 'number'
          ? latency
          : random.between(latency[0], latency[1]);
    const id = this.#nextId++;
    const call: ServiceCall = {
      id,
      service: name,
      payload,
      beginNs,
      latencyNs,
      thread: origin.thread !== null,
      beginOrder: this.#nextOrder++,
      endOrder: null,
      endNs: null,
      outcome: 'unfinished',
    };
    service.calls.push(call);
    trace.begin({ id, parent: origin.row, kind: 'call', label: name, line: origin.line, beginNs });
    return call;
  }

  #close(call: ServiceCall, at: VirtualNs, outcome: Outcome): void {
    call.endNs = at;
    call.endOrder = this.#nextOrder++;
    call.outcome = outcome;
    this.#parts.trace.end(call.id, at, outcome);
    this.#open.delete(call.id);
  }
}
