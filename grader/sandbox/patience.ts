// How long a submission may use its processor time, and how long we wait for it. The limit is processor time: on a busy
// machine more wall time goes with it, and who was starved all the same is run again.
import type { Limits } from '../pack/schema.ts';

/** A submission that has used up its processor time so often is not asked to do it again in the scenarios left. */
const KILLS_ALLOWED = 2;
/** After the first time. Scenarios take a small part of their limit (Django, started anew, a larger one); a loop that does
 * not end takes all there is. */
const SHARE_AFTER_KILL = { python: 1 / 4, django: 1 / 2 };
const SMALLEST_MS = 100;
/** Nobody has a processor all to themselves. */
const FIRST_FACTOR = 1.15;
/** What each attempt but the last allows beyond what the machine's share would need. */
const MORE_PER_ATTEMPT = [1, 1.5];
/** What the last attempt allows. */
const LAST_FACTOR = 30;
/** Shorter runs tell nothing: the machine hands out time in slices of some milliseconds. */
const TELLING_WALL_MS = 50;

/** How much of a processor this process gets, as far as its last runs tell. Decides how long to wait, and nothing else. */
export class Contention {
  static readonly ATTEMPTS = MORE_PER_ATTEMPT.length + 1;
  #share = 1;

  /** How much more wall time than processor time to allow for this attempt, counted from 0. */
  wallFactor(attempt: number): number {
    const more = MORE_PER_ATTEMPT[attempt];
    if (more === undefined) return LAST_FACTOR;
    return Math.min(LAST_FACTOR, (FIRST_FACTOR / this.#share) * more);
  }

  /** Runs `work`, which never waits for anything, and looks how long that took. */
  observe<Result>(work: () => Result): Result {
    const beganWallMs = performance.now();
    const before = process.threadCpuUsage();
    try {
      return work();
    } finally {
      const { user, system } = process.threadCpuUsage(before);
      this.note((user + system) / 1000, performance.now() - beganWallMs);
    }
  }

  /** Takes in how much processor time some wall time has brought. */
  note(cpuMs: number, wallMs: number): void {
    if (wallMs >= TELLING_WALL_MS) this.#share = Math.min(1, Math.max(cpuMs / wallMs, FIRST_FACTOR / LAST_FACTOR));
  }
}

/** The processor time of one grading's scenarios. */
export class Patience {
  readonly #limits: Limits;
  readonly #share: number;
  #kills = 0;

  constructor(limits: Limits, isDjango: boolean) {
    this.#limits = limits;
    this.#share = SHARE_AFTER_KILL[isDjango ? 'django' : 'python'];
  }

  /** Whether the scenarios left are not worth running. */
  get isOver(): boolean {
    return this.#kills >= KILLS_ALLOWED;
  }

  /** A scenario has used up its processor time. */
  countKill(): void {
    this.#kills += 1;
  }

  /** The limits of the next run. */
  get limits(): Limits {
    if (this.#kills === 0) return this.#limits;
    return { ...this.#limits, cpuMs: Math.max(SMALLEST_MS, Math.floor(this.#limits.cpuMs * this.#share)) };
  }
}
