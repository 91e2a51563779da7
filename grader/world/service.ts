// A simulated thing that takes time. Knows when its calls begin and end; what it answers is opaque to the world.
import type { Outcome } from './trace.ts';
import type { VirtualNs } from './time.ts';
import { peakOverlap } from './intervals.ts';

/** How long a call takes: always the same, drawn from the seeded source between two bounds, or asked of the judge. */
export type Latency = VirtualNs | readonly [VirtualNs, VirtualNs] | 'ask';

export interface ServiceCall {
  readonly id: number;
  readonly service: string;
  /** The encoded arguments. */
  readonly payload: string;
  readonly beginNs: VirtualNs;
  /** Zero until it is known. */
  latencyNs: VirtualNs;
  readonly thread: boolean;
  /** What happened first at one instant. */
  readonly beginOrder: number;
  endOrder: number | null;
  endNs: VirtualNs | null;
  outcome: Outcome;
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

/** A call is *waiting* (in the queue), *in service* (has a place), or over. Places are given in order of arrival. */
export class Service {
  readonly calls: ServiceCall[] = [];
  readonly #queue: { call: ServiceCall; start: () => void }[] = [];
  readonly #inService = new Set<ServiceCall>();

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
  admit(call: ServiceCall, start: () => void): void {
    this.#queue.push({ call, start });
    this.#serveQueue();
  }

  /** The call is over or no longer wanted: its place is free, or it waits no more. */
  leave(call: ServiceCall): void {
    const waiting = this.#queue.findIndex((entry) => entry.call === call);
    if (waiting >= 0) this.#queue.splice(waiting, 1);
    this.#inService.delete(call);
    this.#serveQueue();
  }

  /** The most calls in flight at once, counted from the moment they were made. `now` stands for the end of open ones. */
  peak(now: VirtualNs): number {
    return peakOfCalls(this.calls, now);
  }

  /** Gives free places to those who have waited longest. */
  #serveQueue(): void {
    while (this.capacity === null || this.#inService.size < this.capacity) {
      const next = this.#queue.shift();
      if (next === undefined) return;
      this.#inService.add(next.call);
      next.start();
    }
  }
}
