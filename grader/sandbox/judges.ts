// The judges of the exercises that were graded last, each with its scenarios loaded.
import type { ExerciseBundle } from '../pack/schema.ts';
import type { ImageFiles } from './image-files.ts';
import { Judge } from './judge.ts';

const JUDGES_KEPT = 3;

export class Judges {
  readonly #files: ImageFiles;
  /** By content hash, the most recently used last. */
  readonly #judges = new Map<string, Promise<Judge>>();

  constructor(files: ImageFiles) {
    this.#files = files;
  }

  /** The judge of this exercise, started when it is not there. Throws ScenariosBroken. */
  async get(exercise: ExerciseBundle): Promise<Judge> {
    const { contentHash } = exercise;
    const judge = this.#judges.get(contentHash) ?? Judge.start(this.#files.image('judge'), exercise);
    this.#judges.delete(contentHash);
    this.#judges.set(contentHash, judge);
    for (const [oldest] of this.#judges) {
      if (this.#judges.size <= JUDGES_KEPT) break;
      this.drop(oldest);
    }
    try {
      return await judge;
    } catch (error) {
      this.#judges.delete(contentHash);
      throw error;
    }
  }

  /** Ends the judge of this exercise; the next grading starts another. */
  drop(contentHash: string): void {
    const judge = this.#judges.get(contentHash);
    this.#judges.delete(contentHash);
    judge?.then((one) => one.interpreter.dispose()).catch(() => undefined);
  }

  close(): void {
    for (const contentHash of [...this.#judges.keys()]) this.drop(contentHash);
  }
}
