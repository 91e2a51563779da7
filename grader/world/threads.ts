// Who stands still until somebody wakes him or an instant has come, and who may go on: first come, first served.
import type { Agenda, Appointment } from './agenda.ts';
import type { VirtualNs } from './time.ts';

/** Somebody's turn to go on. */
export interface Turn {
  /** Whether nothing is in the way at this moment; one that is held back keeps his place in the queue. */
  readonly mayGo: () => boolean;
  /** Goes on until he stands still again or has ended. */
  readonly go: () => void;
}

/**
 * A turn is *parked* (waits to be woken, at most until an instant), *ready* (in the queue), or taken. Who becomes ready
 * first goes first; at one instant, who parked first.
 */
export class Threads {
  readonly #agenda: Agenda;
  readonly #parked = new Map<number, { turn: Turn; limit: Appointment | null }>();
  readonly #ready: Turn[] = [];

  constructor(agenda: Agenda) {
    this.#agenda = agenda;
  }

  /** Parks under a number of the caller's choice; one that is in use already loses its old wait, which never ends then. */
  park(number: number, until: VirtualNs | null, turn: Turn): void {
    this.#leave(number);
    const limit = until === null ? null : this.#agenda.add(until, () => this.wake(number));
    this.#parked.set(number, { turn, limit });
  }

  /** Ends a wait. Does nothing when there is none of this number. */
  wake(number: number): void {
    const turn = this.#leave(number);
    if (turn !== null) this.#ready.push(turn);
  }

  /** Joins the queue of those who may go on. */
  enqueue(turn: Turn): void {
    this.#ready.push(turn);
  }

  /** Takes the first of the queue who may go on now. */
  takeReady(): Turn | null {
    const index = this.#ready.findIndex((turn) => turn.mayGo());
    return index < 0 ? null : (this.#ready.splice(index, 1)[0] ?? null);
  }

  #leave(number: number): Turn | null {
    const wait = this.#parked.get(number);
    if (wait === undefined) return null;
    this.#parked.delete(number);
    if (wait.limit !== null) wait.limit.cancelled = true;
    return wait.turn;
  }
}
