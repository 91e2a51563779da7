// START HERE. grade(exercise, source) → Verdict. Knows no database, no queue and no HTTP. Runs inside a grader child
// process: a judge per exercise, and a fresh submission interpreter per grading from a small stock.
import { GraderFault, PackFault } from './faults.ts';
import type { GradeRequest, Grader } from './grader.ts';
import { isDjango, MAX_SOURCE_BYTES, type ExerciseBundle, type Limits, type ScenarioOutline } from './pack/schema.ts';
import { describeEnd, describeGivenUp, describeLoadFailure } from './sandbox/describe-end.ts';
import type { Image } from './sandbox/image.ts';
import { ImageFiles } from './sandbox/image-files.ts';
import { ScenariosBroken, type Judge } from './sandbox/judge.ts';
import { Judges } from './sandbox/judges.ts';
import { Lease } from './sandbox/lease.ts';
import { Contention, Patience } from './sandbox/patience.ts';
import { JudgeFault, type RanOnce } from './sandbox/run-result.ts';
import { ScenarioRun } from './sandbox/scenario-run.ts';
import { Stock } from './sandbox/stock.ts';
import { VERDICT_SCHEMA_VERSION, type ScenarioVerdict, type Verdict } from './verdict/schema.ts';
import { scenarioVerdict } from './verdict/scenario-verdict.ts';

/** Of this process; known best after its last run. */
const contention = new Contention();

interface GraderOptions {
  imagesDir: string;
  wheelsDir: string;
  /** Interpreters kept ready for the next submissions. */
  spare?: number;
}

/** Opens a grader on built images. Throws GraderFault. */
export async function openGrader(options: GraderOptions): Promise<Grader> {
  try {
    const files = new ImageFiles(options.imagesDir, options.wheelsDir);
    return new SandboxGrader(new Judges(files), new Stock(files, options.spare ?? 1));
  } catch (error) {
    throw new GraderFault(`the interpreter images cannot be read: ${String(error)}`);
  }
}

class SandboxGrader implements Grader {
  readonly #judges: Judges;
  readonly #stock: Stock;

  constructor(judges: Judges, stock: Stock) {
    this.#judges = judges;
    this.#stock = stock;
  }

  async outline(exercise: ExerciseBundle): Promise<ScenarioOutline[]> {
    const judge = await this.#judge(exercise);
    return judge.scenarios.map(({ name, weight, visible, hint, seeds, source, line }) => ({
      name,
      weight,
      visible,
      hint,
      seeds,
      source,
      line,
    }));
  }

  async grade(request: GradeRequest): Promise<Verdict> {
    if (Buffer.byteLength(request.source) > MAX_SOURCE_BYTES)
      throw new GraderFault('the source is longer than the limit');
    const judge = await this.#judge(request.exercise);
    const lease = new Lease(this.#stock, request.exercise);
    try {
      return await this.#gradeWith(judge, lease, request);
    } catch (error) {
      if (error instanceof JudgeFault) {
        this.#judges.drop(request.exercise.contentHash);
        throw new PackFault(error.message, { file: 'scenarios.py', line: null });
      }
      throw error instanceof PackFault || error instanceof GraderFault ? error : new GraderFault(String(error));
    } finally {
      lease.end();
      judge.interpreter.resetSoon();
    }
  }

  async #gradeWith(firstJudge: Judge, lease: Lease, request: GradeRequest): Promise<Verdict> {
    const { exercise, mode } = request;
    let judge = firstJudge;
    const chosen = judge.scenarios.flatMap((scenario, index) =>
      mode === 'all' || scenario.visible ? [{ scenario, index }] : [],
    );
    const verdicts: ScenarioVerdict[] = [];
    let error: Verdict['error'] = null;
    const patience = new Patience(exercise.limits, isDjango(exercise.image));
    let loopLine: number | null = null;
    for (const { scenario, index } of chosen) {
      const reveal = scenario.visible || request.audience === 'author';
      const deadlineNs = scenario.deadlineNs ?? exercise.limits.virtualSeconds * 1e9;
      if (patience.isOver) {
        verdicts.push(scenarioVerdict(describeGivenUp(scenario, deadlineNs, null, loopLine), reveal));
        continue;
      }
      for (let seed = 1; ; seed++) {
        const ran = await runOnce(judge, lease, request, { index, seed, deadlineNs, limits: patience.limits });
        if (ran.hasLostJudge) judge = await this.#replaceJudge(exercise);
        if (ran.result.end.by === 'limit' && ran.result.end.resource === 'cpu') {
          patience.countKill();
          loopLine ??= judge.findEndlessLoop(request.source);
          if (judge.isBroken) judge = await this.#replaceJudge(exercise);
        }
        const loadError = describeLoadFailure(ran, loopLine);
        if (loadError) {
          error = loadError;
          break;
        }
        const record = describeEnd(ran.result, scenario, deadlineNs, scenario.seeds > 1 ? seed : null, loopLine);
        if (record.status !== 'passed' || seed >= scenario.seeds) {
          verdicts.push(scenarioVerdict(record, reveal));
          break;
        }
      }
      if (error) break;
    }
    return assemble(
      request,
      lease.image,
      error ? [] : verdicts,
      error,
      chosen.map(({ scenario }) => scenario.weight),
    );
  }

  #replaceJudge(exercise: ExerciseBundle): Promise<Judge> {
    this.#judges.drop(exercise.contentHash);
    return this.#judge(exercise);
  }

  async #judge(exercise: ExerciseBundle): Promise<Judge> {
    try {
      return await this.#judges.get(exercise);
    } catch (error) {
      if (error instanceof ScenariosBroken)
        throw new PackFault(error.message, { file: 'scenarios.py', line: error.line });
      throw new GraderFault(String(error));
    }
  }

  close(): void {
    this.#judges.close();
    this.#stock.close();
  }
}

/** Loads and runs one scenario once, on an interpreter that is as good as new. */
async function runOnce(
  judge: Judge,
  lease: Lease,
  request: GradeRequest,
  { index, seed, deadlineNs, limits }: { index: number; seed: number; deadlineNs: number; limits: Limits },
): Promise<RanOnce> {
  const { source } = request;
  const { support, image } = request.exercise;
  for (let attempt = 0; attempt < Contention.ATTEMPTS; attempt++) {
    const wallFactor = contention.wallFactor(attempt);
    const isReset = judge.interpreter.resetBeside(seed);
    const student = await lease.interpreter(seed);
    // A Django project makes its tables in the judge while it is loaded.
    if (isDjango(image)) await isReset;
    const run = new ScenarioRun({ judge: judge.interpreter, student, limits, seed, deadlineNs, wallFactor });
    const loaded = contention.observe(() => run.load(source, support, isDjango(image)));
    await isReset;
    const isLoaded = 'failure' in loaded;
    if (isLoaded && loaded.failure !== null)
      return { loading: true, failure: loaded.failure, result: run.nothing(), hasLostJudge: false };
    const result = isLoaded ? contention.observe(() => run.run(index, source)) : loaded;
    // One that could not even report any more is not worth keeping, however the scenario ended.
    if (result.end.by === 'limit' || result.report === null) lease.end();
    const isStarved = result.end.by === 'limit' && result.end.starved;
    if (isStarved && attempt < Contention.ATTEMPTS - 1) continue;
    return { loading: !isLoaded, failure: null, result, hasLostJudge: run.hasLostJudge };
  }
  throw new GraderFault('the machine was too busy to grade');
}

function assemble(
  { exercise, mode }: GradeRequest,
  image: Image,
  scenarios: ScenarioVerdict[],
  error: Verdict['error'],
  weights: number[],
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
