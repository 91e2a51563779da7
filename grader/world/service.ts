// A simulated thing that takes time. Knows when its calls begin and end; what it answers is opaque to the world.
import type { Outcome } from './trace.ts';
import { addNs, type VirtualNs } from './time.ts';
import { peakOverlap, type Interval } from './intervals.ts';

/** How long a call takes: always the same, drawn from the seeded source between two bounds, or asked of the judge. */
export type Latency = VirtualNs | readonly [VirtualNs, VirtualNs] | 'ask';

export interface ServiceCall {
  readonly id: number;
  readonly service: string;
  /** The encoded arguments. */
  readonly payload: string;
  readonly beginNs: VirtualNs;
  readonly latencyNs: VirtualNs;
  readonly thread: boolean;
  /** What happened first at one instant. */
  readonly beginOrder: number;
  endOrder: number | null;
  endNs: VirtualNs | null;
  outcome: Outcome;
}

/** Being served from an instant to another, both known: latencies are. At least a nanosecond, to count at all. */
function serving(beginNs: VirtualNs, latencyNs: VirtualNs): Interval {
  return { beginNs, endNs: addNs(beginNs, Math.max(latencyNs, 1)) };
}

/** The most of these calls that were in flight at once. `now` stands for the end of open ones. */
export function peakOfCalls(calls: readonly ServiceCall[], now: VirtualNs): number {
  return peakOverlap(
    calls.map(({ beginNs, endNs, beginOrder, endOrder }) => ({
      beginNs,
      beginOrder,
      endOrder,
      endNs: endNs ?? Math.max(now, beginNs + 1),
    })),
  );
}

/**
 * A call is *waiting* (in the queue), *in service* (has a place), or over. Calls from the loop get their places in
 * order of arrival. Calls on virtual threads are computed ahead of the clock: they book a place for a stretch of
 * time to come, and the loop's calls keep clear of it.
 */
export class Service {
  readonly calls: ServiceCall[] = [];
  readonly #queue: { call: ServiceCall; start: () => void }[] = [];
  readonly #inService = new Map<ServiceCall, Interval>();
  #bookings: Interval[] = [];

  readonly name: string;
  readonly latency: Latency;
  /** How many calls are served at once; null for any number. */
  readonly capacity: number | null;

  constructor(name: string, latency: Latency, capacity: number | null) {
    this.name = name;
    this.latency = latency;
    this.capacity = capacity;
  }

  /** Starts the call now if there is a place and nobody waits; otherwise as soon as its turn has come. */
  admit(call: ServiceCall, now: VirtualNs, start: () => void): void {
    this.#queue.push({ call, start });
    this.serveQueue(now);
  }

  /** The call is over or no longer wanted: its place is free, or it waits no more. */
  leave(call: ServiceCall, now: VirtualNs): void {
    const waiting = this.#queue.findIndex((entry) => entry.call === call);
    if (waiting >= 0) this.#queue.splice(waiting, 1);
    this.#inService.delete(call);
    this.serveQueue(now);
  }

  /** Gives free places to those who have waited longest. */
  serveQueue(now: VirtualNs): void {
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const wanted = serving(now, next.call.latencyNs);
      if (!this.#hasPlace(wanted)) return;
      this.#queue.shift();
      this.#inService.set(next.call, wanted);
      next.start();
    }
  }

  /** Books the earliest place from `earliest` on for a call of a thread. Returns when its service begins. */
  book(earliest: VirtualNs, latencyNs: VirtualNs, now: VirtualNs): VirtualNs {
    if (this.capacity === null) return earliest;
    this.#bookings = this.#bookings.filter(({ endNs }) => endNs > now);
    const ends = this.#occupied.map(({ endNs }) => endNs).filter((end) => end > earliest);
    const candidates = [earliest, ...ends.sort((a, b) => a - b)];
    const beginNs = candidates.find((at) => this.#hasPlace(serving(at, latencyNs))) ?? earliest;
    this.#bookings.push(serving(beginNs, latencyNs));
    return beginNs;
  }

  /** The most calls in flight at once, counted from the moment they were made. `now` stands for the end of open ones. */
  peak(now: VirtualNs): number {
    return peakOfCalls(this.calls, now);
  }

  get #occupied(): Interval[] {
    return [...this.#inService.values(), ...this.#bookings];
  }

  #hasPlace(wanted: Interval): boolean {
    if (this.capacity === null) return true;
    const during = this.#occupied
      .map(({ beginNs, endNs }) => ({
        beginNs: Math.max(beginNs, wanted.beginNs),
        endNs: Math.min(endNs, wanted.endNs),
      }))
      .filter(({ beginNs, endNs }) => endNs > beginNs);
    return peakOverlap(during) < this.capacity;
  }
}
