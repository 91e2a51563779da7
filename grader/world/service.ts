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
  readonly latencyNs: VirtualNs;
  readonly thread: boolean;
  endNs: VirtualNs | null;
  outcome: Outcome;
}

export class Service {
  readonly calls: ServiceCall[] = [];
  /** Calls that wait for a free place, in order of arrival. */
  readonly queue: { call: ServiceCall; start: () => void }[] = [];
  inService = 0;

  readonly name: string;
  readonly latency: Latency;
  /** How many calls are served at once; null for any number. */
  readonly capacity: number | null;

  constructor(name: string, latency: Latency, capacity: number | null) {
    this.name = name;
    this.latency = latency;
    this.capacity = capacity;
  }

  get isFull(): boolean {
    return this.capacity !== null && this.inService >= this.capacity;
  }

  /** Frees one place and starts the call that has waited longest. */
  release(): void {
    this.inService--;
    const next = this.queue.shift();
    if (next) {
      this.inService++;
      next.start();
    }
  }

  /** The most calls in flight at once, counted from the moment they were made. `now` stands for the end of open ones. */
  peak(now: VirtualNs): number {
    return peakOverlap(
      this.calls.map(({ beginNs, endNs }) => ({
        beginNs,
        endNs: endNs ?? Math.max(now, beginNs + 1),
      })),
    );
  }
}
