// What is going to happen, ordered by instant and, at the same instant, by creation: the root of determinism.
import type { VirtualNs } from './time.ts';

export interface Appointment {
  readonly at: VirtualNs;
  readonly order: number;
  readonly happen: () => void;
  /** Whether it is the end of a call: what it leads to may wait for the other ends of its instant. */
  readonly endsCall: boolean;
  cancelled: boolean;
}

/** A binary heap of appointments. Cancelled ones are skipped when they come up. */
export class Agenda {
  readonly #heap: Appointment[] = [];
  #created = 0;

  add(at: VirtualNs, happen: () => void, endsCall = false): Appointment {
    const appointment = { at, order: this.#created++, happen, endsCall, cancelled: false };
    this.#heap.push(appointment);
    this.#up(this.#heap.length - 1);
    return appointment;
  }

  /** When the next appointment is due, or null. */
  get next(): VirtualNs | null {
    this.#dropCancelled();
    return this.#heap[0]?.at ?? null;
  }

  /** Takes the earliest appointment if it is due at `now` or before. */
  takeDue(now: VirtualNs): Appointment | null {
    this.#dropCancelled();
    const first = this.#heap[0];
    if (first === undefined || first.at > now) return null;
    this.#removeFirst();
    return first;
  }

  #dropCancelled(): void {
    while (this.#heap[0]?.cancelled) this.#removeFirst();
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (this.#heap.length > 0 && last !== undefined) {
      this.#heap[0] = last;
      this.#down(0);
    }
  }

  #before(a: number, b: number): boolean {
    const left = this.#heap[a];
    const right = this.#heap[b];
    if (left === undefined || right === undefined) return false;
    return left.at < right.at || (left.at === right.at && left.order < right.order);
  }

  #swap(a: number, b: number): void {
    const left = this.#heap[a];
    const right = this.#heap[b];
    if (left === undefined || right === undefined) return;
    this.#heap[a] = right;
    this.#heap[b] = left;
  }

  #up(index: number): void {
    for (let child = index; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!this.#before(child, parent)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  #down(index: number): void {
    for (let parent = index; ;) {
      const left = 2 * parent + 1;
      const smallest = this.#before(left + 1, left) ? left + 1 : left;
      if (!this.#before(smallest, parent)) return;
      this.#swap(smallest, parent);
      parent = smallest;
    }
  }
}
