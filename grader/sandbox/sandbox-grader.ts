// The grader on real interpreters: a judge per exercise, a fresh submission interpreter per grading from a small stock.
import { GraderFault, PackFault, type GradeRequest, type Grader } from '../grade.ts';
import { MAX_SOURCE_BYTES, type ExerciseBundle, type ImageName, type ScenarioOutline } from '../pack/schema.ts';
import { VERDICT_SCHEMA_VERSION, type ScenarioVerdict, type Verdict } from '../verdict/schema.ts';
import { scenarioVerdict } from '../verdict/scenario-verdict.ts';
import { readImage, type Image, type ImageKind } from './image.ts';
import type { Interpreter } from './interpreter.ts';
import { Judge, ScenariosBroken } from './judge.ts';
import { describeEnd, describeLoadFailure } from './describe-end.ts';
import { JudgeFault, ScenarioRun, type RunResult } from './scenario-run.ts';
import { Stock } from './stock.ts';

const JUDGES_KEPT = 3;
/** A busy machine may starve a submission of its time; then it gets another try with more wall time. */
const WALL_FACTORS = [1.5, 6, 30];

export class SandboxGrader implements Grader {
  readonly #images: Record<ImageKind, Image>;
  readonly #stock: Stock;
  /** Judges by content hash, the most recently used last. */
  readonly #judges = new Map<string, Promise<Judge>>();

  private constructor(images: Record<ImageKind, Image>, stock: Stock) {
    this.#images = images;
    this.#stock = stock;
  }

  static open(options: { imagesDir: string; wheelsDir: string; spare?: number }): SandboxGrader {
    try {
      const read = (kind: ImageKind) => readImage(options.imagesDir, kind);
      const images = { python: read('python'), django: read('django'), judge: read('judge') };
      return new SandboxGrader(images, new Stock(images, options.wheelsDir, options.spare ?? 1));
    } catch (error) {
      throw new GraderFault(`the interpreter images cannot be read: ${String(error)}`);
    }
  }

  async outline(exercise: ExerciseBundle): Promise<ScenarioOutline[]> {
    const judge = await this.#judge(exercise);
    return judge.scenarios.map(({ name, weight, visible, hint, seeds, source, line }) => ({
      name, weight, visible, hint, seeds, source, line,
    }));
  }

  async grade(request: GradeRequest): Promise<Verdict> {
    if (Buffer.byteLength(request.source) > MAX_SOURCE_BYTES) throw new GraderFault('the source is longer than the limit');
    const judge = await this.#judge(request.exercise);
    const lease = new Lease(this.#stock, request.exercise);
    try {
      return await this.#gradeWith(judge, lease, request);
    } catch (error) {
      if (error instanceof JudgeFault) {
        this.#judges.delete(request.exercise.contentHash);
        judge.interpreter.dispose();
        throw new PackFault(error.message, { file: 'scenarios.py', line: null });
      }
      throw error instanceof PackFault || error instanceof GraderFault ? error : new GraderFault(String(error));
    } finally {
      lease.end();
    }
  }

  async #gradeWith(judge: Judge, lease: Lease, request: GradeRequest): Promise<Verdict> {
    const { exercise, mode } = request;
    const chosen = judge.scenarios.flatMap((scenario, index) => (mode === 'all' || scenario.visible ? [{ scenario, index }] : []));
    const verdicts: ScenarioVerdict[] = [];
    let error: Verdict['error'] = null;
    for (const { scenario, index } of chosen) {
      const reveal = scenario.visible || request.audience === 'author';
      const deadlineNs = scenario.deadlineNs ?? exercise.limits.virtualSeconds * 1e9;
      for (let seed = 1; ; seed++) {
        const ran = await runOnce(judge, lease, request, index, seed, deadlineNs);
        const loadError = describeLoadFailure(ran);
        if (loadError) {
          error = loadError;
          break;
        }
        const record = describeEnd(ran.result, scenario, deadlineNs, scenario.seeds > 1 ? seed : null);
        if (record.status !== 'passed' || seed >= scenario.seeds) {
          verdicts.push(scenarioVerdict(record, reveal));
          break;
        }
      }
      if (error) break;
    }
    return assemble(request, judge, lease.image, error ? [] : verdicts, error, chosen.map(({ scenario }) => scenario.weight));
  }

  async #judge(exercise: ExerciseBundle): Promise<Judge> {
    const { contentHash } = exercise;
    const known = this.#judges.get(contentHash);
    const judge = known ?? Judge.start(this.#images.judge, exercise);
    this.#judges.delete(contentHash);
    this.#judges.set(contentHash, judge);
    this.#dropOldJudges();
    try {
      return await judge;
    } catch (error) {
      this.#judges.delete(contentHash);
      if (error instanceof ScenariosBroken) throw new PackFault(error.message, { file: 'scenarios.py', line: error.line });
      throw new GraderFault(String(error));
    }
  }

  #dropOldJudges(): void {
    for (const [hash, judge] of this.#judges) {
      if (this.#judges.size <= JUDGES_KEPT) return;
      this.#judges.delete(hash);
      judge.then((old) => old.interpreter.dispose()).catch(() => undefined);
    }
  }

  close(): void {
    for (const judge of this.#judges.values()) judge.then((one) => one.interpreter.dispose()).catch(() => undefined);
    this.#judges.clear();
    this.#stock.close();
  }
}

/** The submission's interpreter for one grading: one as long as it lives, replaced only when a scenario ruined it. */
class Lease {
  readonly #stock: Stock;
  readonly #name: ImageName;
  readonly #memoryMb: number;
  #interpreter: Interpreter | null = null;

  constructor(stock: Stock, exercise: ExerciseBundle) {
    this.#stock = stock;
    this.#name = exercise.image;
    this.#memoryMb = exercise.limits.memoryMb;
  }

  get image(): Image {
    return this.#stock.image(this.#name);
  }

  async interpreter(): Promise<Interpreter> {
    this.#interpreter ??= await this.#stock.take(this.#name, this.#memoryMb);
    return this.#interpreter;
  }

  replace(): void {
    this.end();
  }

  end(): void {
    this.#interpreter?.dispose();
    this.#interpreter = null;
  }
}

/** What loading or running came to; `loading` tells which of the two it was. */
export interface RanOnce {
  readonly loading: boolean;
  readonly failure: unknown;
  readonly result: RunResult;
}

async function runOnce(
  judge: Judge, lease: Lease, request: GradeRequest, index: number, seed: number, deadlineNs: number,
): Promise<RanOnce> {
  const { exercise, source } = request;
  for (const wallFactor of WALL_FACTORS) {
    const student = await lease.interpreter();
    student.reset(seed);
    judge.interpreter.reset(seed);
    const run = new ScenarioRun(judge.interpreter, student, exercise.limits, seed, deadlineNs, wallFactor);
    const loaded = run.load(source, exercise.support, seed, exercise.image === 'django');
    const result = 'failure' in loaded ? (loaded.failure === null ? run.run(index, seed, source) : null) : loaded;
    if (result === null) return { loading: true, failure: (loaded as { failure: unknown }).failure, result: run.nothing() };
    if (result.end.by === 'limit') {
      lease.replace();
      if (result.end.starved && wallFactor !== WALL_FACTORS.at(-1)) continue;
    }
    return { loading: !('failure' in loaded), failure: null, result };
  }
  throw new GraderFault('the machine was too busy to grade');
}

function assemble(
  { exercise, mode }: GradeRequest, judge: Judge, image: Image, scenarios: ScenarioVerdict[], error: Verdict['error'], weights: number[],
): Verdict {
  const earned = scenarios.reduce((sum, one) => sum + (one.status === 'passed' ? one.weight : 0), 0);
  const possible = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    schemaVersion: VERDICT_SCHEMA_VERSION,
    exercise: { slug: exercise.slug, contentHash: exercise.contentHash },
    mode,
    status: error ? 'errored' : earned === possible ? 'passed' : 'failed',
    score: { earned, possible: Math.max(1, possible) },
    error,
    scenarios,
    engine: { python: image.pythonVersion, image: image.contentHash.slice(0, 16) },
  };
}
