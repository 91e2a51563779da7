// Grades on the machine's CPython: the product's judge, world and verdict, and a process as the submission's interpreter.
import path from 'node:path';
import { limitsSchema, type ExerciseBundle } from '../pack/schema.ts';
import { describeEnd, describeLoadFailure } from '../sandbox/describe-end.ts';
import { readImage } from '../sandbox/image.ts';
import { Judge } from '../sandbox/judge.ts';
import type { RanOnce } from '../sandbox/run-result.ts';
import { ScenarioRun } from '../sandbox/scenario-run.ts';
import { scenarioVerdict } from '../verdict/scenario-verdict.ts';
import type { ScenarioVerdict, Verdict } from '../verdict/schema.ts';
import { RealInterpreter } from './real-interpreter.ts';
import type { RealProcess } from './real-process.ts';

export interface RealOutcome {
  readonly error: Verdict['error'];
  readonly scenarios: readonly ScenarioVerdict[];
}

/** Enough for everything; the comparison is not about what a machine allows. */
const LIMITS = { cpuMs: 20_000 };

export class RealGrader {
  readonly #process: RealProcess;
  readonly #judge: Judge;
  readonly #exercise: ExerciseBundle;

  private constructor(process: RealProcess, judge: Judge, exercise: ExerciseBundle) {
    this.#process = process;
    this.#judge = judge;
    this.#exercise = exercise;
  }

  /** A grader for one exercise; the process stays the caller's, who closes it. Throws ScenariosBroken. */
  static async open(process: RealProcess, dataDir: string, exercise: ExerciseBundle): Promise<RealGrader> {
    const judge = await Judge.start(readImage(path.join(dataDir, 'images'), 'judge'), exercise);
    return new RealGrader(process, judge, exercise);
  }

  get names(): string[] {
    return this.#judge.scenarios.map(({ name }) => name.en);
  }

  /** Runs the scenarios of these names (all of their seeds, up to the first that is not passed). */
  async grade(source: string, names: readonly string[], scale: number): Promise<RealOutcome> {
    const scenarios: ScenarioVerdict[] = [];
    for (const [index, scenario] of this.#judge.scenarios.entries()) {
      if (!names.includes(scenario.name.en)) continue;
      const deadlineNs = scenario.deadlineNs ?? this.#exercise.limits.virtualSeconds * 1e9;
      for (let seed = 1; ; seed++) {
        const ran = await this.#runOnce(source, index, seed, deadlineNs, scale);
        const error = describeLoadFailure(ran, null);
        if (error) return { error, scenarios: [] };
        const record = describeEnd(ran.result, scenario, deadlineNs, scenario.seeds > 1 ? seed : null, null);
        if (record.status === 'passed' && seed < scenario.seeds) continue;
        scenarios.push(scenarioVerdict(record, true));
        break;
      }
    }
    return { error: null, scenarios };
  }

  async #runOnce(source: string, index: number, seed: number, deadlineNs: number, scale: number): Promise<RanOnce> {
    const judge = this.#judge.interpreter;
    const student = new RealInterpreter(await this.#process.begin(), scale);
    judge.reset(seed);
    const limits = limitsSchema.parse({ ...this.#exercise.limits, ...LIMITS });
    const run = new ScenarioRun({ judge, student, limits, seed, deadlineNs, wallFactor: 1 });
    student.watch(run.world);
    const loaded = run.load(source, this.#exercise.support, false);
    const isLoaded = 'failure' in loaded;
    if (isLoaded && loaded.failure !== null)
      return { loading: true, failure: loaded.failure, result: run.nothing(), hasLostJudge: false };
    const result = isLoaded ? run.run(index, source) : loaded;
    return { loading: !isLoaded, failure: null, result, hasLostJudge: false };
  }

  close(): void {
    this.#judge.interpreter.dispose();
  }
}
