// Compares one sample after the other: the product's verdict, and the same scenarios on a real CPython.
import { openGrader } from '../grade.ts';
import type { Grader } from '../grader.ts';
import type { Sample } from '../pack/read-solutions.ts';
import type { ExerciseBundle } from '../pack/schema.ts';
import path from 'node:path';
import { findDifferences, type Difference } from './compare.ts';
import { findNewerFeature } from './features.ts';
import type { Python } from './find-python.ts';
import { RealGrader } from './real-grader.ts';
import { RealProcess } from './real-process.ts';

/** Virtual seconds per real second, from one try to the next. */
const PACES = [100, 20, 2];

export interface Compare {
  /** How many scenarios were run on both sides; 0 when the sample was skipped. */
  readonly scenarios: number;
  /** Those that are there at every pace. */
  readonly differences: readonly Difference[];
  /** Why this sample cannot run on this CPython, or null. */
  readonly skipped: string | null;
}

export class Comparison {
  readonly #python: Python;
  readonly #dataDir: string;
  readonly #virtual: Grader;
  readonly #process: RealProcess;
  #real: { exercise: ExerciseBundle; grader: RealGrader } | null = null;

  private constructor(python: Python, dataDir: string, virtual: Grader) {
    this.#python = python;
    this.#dataDir = dataDir;
    this.#virtual = virtual;
    this.#process = new RealProcess(python);
  }

  static async open(python: Python, dataDir: string): Promise<Comparison> {
    const folders = { imagesDir: path.join(dataDir, 'images'), wheelsDir: path.join(dataDir, 'wheels') };
    return new Comparison(python, dataDir, await openGrader({ ...folders, spare: 0 }));
  }

  /** Throws ScenariosBroken, PackFault, GraderFault, ChildGone: then nothing can be said of this sample. */
  async compare(exercise: ExerciseBundle, sample: Sample): Promise<Compare> {
    const newer = findNewerFeature(`${exercise.support ?? ''}\n${sample.source}`, this.#python);
    if (newer !== null) return { scenarios: 0, differences: [], skipped: `needs ${newer}` };
    const real = await this.#realGrader(exercise);
    const expected = await this.#virtual.grade({ exercise, source: sample.source, mode: 'all', audience: 'author' });
    const name = `${exercise.slug}/${sample.file}`;
    let names = real.names;
    let differences: Difference[] = [];
    for (const pace of PACES) {
      differences = findDifferences(name, expected, await real.grade(sample.source, names, pace));
      if (differences.length === 0) break;
      const again = new Set(differences.map(({ scenario }) => scenario));
      names = again.has('(loading)') ? real.names : names.filter((one) => again.has(one));
    }
    return { scenarios: real.names.length, differences, skipped: null };
  }

  async #realGrader(exercise: ExerciseBundle): Promise<RealGrader> {
    if (this.#real?.exercise.slug !== exercise.slug) {
      this.#real?.grader.close();
      this.#real = null;
      this.#real = { exercise, grader: await RealGrader.open(this.#process, this.#dataDir, exercise) };
    }
    return this.#real.grader;
  }

  async close(): Promise<void> {
    this.#real?.grader.close();
    this.#virtual.close();
    await this.#process.close();
  }
}
