// Virtual threads: each has a clock of its own that its blocking acts advance ahead of the world's.
import { addNs, type VirtualNs } from './time.ts';

export class Threads {
  readonly #clocks = new Map<number, VirtualNs>();
  readonly #check: (at: VirtualNs) => void;

  /** `check` may refuse an instant: the deadline holds on every clock. */
  constructor(check: (at: VirtualNs) => void) {
    this.#check = check;
  }

  begin(id: number, at: VirtualNs): void {
    this.#clocks.set(id, at);
  }

  /** Throws RangeError when there is no such thread. */
  getNow(id: number): VirtualNs {
    const now = this.#clocks.get(id);
    if (now === undefined) throw new RangeError('no such thread');
    return now;
  }

  findNow(id: number): VirtualNs | null {
    return this.#clocks.get(id) ?? null;
  }

  advance(id: number, duration: VirtualNs): VirtualNs {
    return this.moveTo(id, addNs(this.getNow(id), duration));
  }

  /** Moves a thread's clock forward; never back. */
  moveTo(id: number, at: VirtualNs): VirtualNs {
    const now = Math.max(this.getNow(id), at);
    this.#check(now);
    this.#clocks.set(id, now);
    return now;
  }

  end(id: number): VirtualNs {
    const now = this.getNow(id);
    this.#clocks.delete(id);
    return now;
  }
}
