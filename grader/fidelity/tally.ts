// Counts what came of the samples, and tells it.
import type { Difference } from './compare.ts';
import type { Outcome } from './compare-process.ts';
import { explain } from './explained.ts';
import type { Python } from './find-python.ts';

export class Tally {
  readonly #python: Python;
  #samples = 0;
  #scenarios = 0;
  readonly #differences: Difference[] = [];
  /** By the explanation: how many scenarios of which samples. */
  readonly #explained = new Map<string, string[]>();
  readonly #skipped: string[] = [];
  readonly #problems: string[] = [];

  constructor(python: Python) {
    this.#python = python;
  }

  /** How many samples have been dealt with. */
  get done(): number {
    return this.#samples;
  }

  /** Nothing differs without an explanation, and everything could be compared. */
  get isClean(): boolean {
    return this.#differences.length === 0 && this.#problems.length === 0;
  }

  /** Something that is not compared, and why. */
  skip(what: string, reason: string): void {
    this.#skipped.push(`${what}: ${reason}`);
  }

  /** Counts one sample; gives the line that says what came of it. `source`: its text. */
  add(what: string, source: string, outcome: Outcome): string {
    this.#samples++;
    if ('problem' in outcome) {
      this.#problems.push(`${what}: ${outcome.problem}`);
      return `✗ ${what}: could not be compared`;
    }
    const { scenarios, differences, skipped } = outcome.compare;
    this.#scenarios += scenarios;
    if (skipped !== null) {
      this.skip(what, skipped);
      return `– ${what}: skipped, ${skipped}`;
    }
    const open = differences.filter((difference) => !this.#isExplained(difference, source));
    this.#differences.push(...open);
    if (open.length > 0) return `✗ ${what}`;
    return differences.length > 0 ? `≈ ${what}: differs as known` : `✓ ${what}`;
  }

  #isExplained(difference: Difference, source: string): boolean {
    const why = explain(difference, source, this.#python);
    if (why === null) return false;
    this.#explained.set(why, [...(this.#explained.get(why) ?? []), difference.sample]);
    return true;
  }

  report(wallMs: number): void {
    console.log('');
    for (const line of this.#skipped) console.log(`Skipped: ${line}.`);
    for (const [why, samples] of this.#explained)
      console.log(`Explained: ${why}: ${samples.length} scenarios of ${[...new Set(samples)].join(', ')}.`);
    for (const line of this.#problems) console.log(`Could not be compared: ${line}`);
    for (const { sample, scenario, virtual, real } of this.#differences)
      console.log(`Differs: ${sample}: "${scenario}"\n      virtual  ${virtual}\n      real     ${real}`);
    const seconds = Math.round(wallMs / 1000);
    const explained = [...this.#explained.values()].flat().length;
    const counts = `${this.#samples} samples, ${this.#scenarios} scenarios on CPython ${this.#python.version} in ${seconds} s`;
    console.log(
      `${counts}: ${this.#differences.length} differ, ${explained} differ as known, ${this.#skipped.length} skipped.`,
    );
  }
}
