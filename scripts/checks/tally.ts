// Counts what passed and what failed, over all kinds of checks, and goes on after a failure.
import { describeFailure } from '../refusal.mjs';
import type { Progress } from '../progress.mjs';

export interface Counts {
  passed: number;
  failed: number;
}

export class Tally {
  readonly #progress: Progress;
  #passed = 0;
  #failed = 0;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  /** One check: passes when `work` resolves. Says whether it did. */
  async check(title: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await this.#progress.step(title, async () => void (await work()));
      this.#passed += 1;
      return true;
    } catch (error) {
      this.#failed += 1;
      console.error(describeFailure(error));
      return false;
    }
  }

  /** Many tests of one program. A program that fails without a failed test counts as one failure. */
  async tests(title: string, work: () => Promise<Counts>): Promise<void> {
    this.#progress.say(`\n${title}`);
    try {
      const { passed, failed } = await work();
      this.#passed += passed;
      this.#failed += failed;
    } catch (error) {
      this.#failed += 1;
      console.error(describeFailure(error));
    }
  }

  get failed(): number {
    return this.#failed;
  }

  /** The last line of `npm test`. */
  toString(): string {
    return `${this.#passed} passed, ${this.#failed} failed`;
  }
}
