// Runs one scenario: a world, the judge's interpreter and the submission's, and every request between them.
import { ScenarioEnding } from '../world/ending.ts';
import { Exchange, type ExchangeOptions } from './exchange.ts';
import { InterpreterDied } from './interpreter.ts';
import { JudgeActs } from './judge-acts.ts';
import { parseJudgeRequest, parseStudentRequest, type ScenarioEnd, type SelfReport } from './requests.ts';
import type { RunResult, RunWorld } from './run-result.ts';
import { StudentActs } from './student-acts.ts';

export class ScenarioRun {
  readonly world: RunWorld;
  readonly #exchange: Exchange;
  readonly #judge: JudgeActs;
  readonly #outputBytes: number;
  readonly #seed: number;

  constructor(options: ExchangeOptions) {
    this.#exchange = new Exchange(options);
    this.#outputBytes = options.limits.outputKb * 1024;
    this.#seed = options.seed;
    this.world = this.#exchange.world;
    const student = new StudentActs(this.#exchange, () => this.#judge.end !== null);
    this.#judge = new JudgeActs(this.#exchange, student);
    this.#exchange.serveWith({
      judge: (request) => this.#judge.serve(parseJudgeRequest(request)),
      student: (request) => student.serve(parseStudentRequest(request)),
    });
  }

  /** Whether the judge's interpreter is of no use any more, because of a statement that the submission had it run. */
  get hasLostJudge(): boolean {
    return this.#exchange.hasLostJudge;
  }

  /** Loads the submission. Returns null, or the description of why it does not import; limits end it as they do a run. */
  load(source: string, support: string | null, django: boolean): { failure: unknown } | RunResult {
    this.#exchange.hasDatabase = django;
    try {
      const options = { seed: this.#seed, outputBytes: this.#outputBytes, django };
      return { failure: this.#exchange.enter('student', ['load', source, support, options]) };
    } catch (error) {
      return this.#endedBy(error);
    }
  }

  /** Runs the scenario with this index to its end. */
  run(index: number, source: string): RunResult {
    try {
      this.#exchange.enter('judge', ['begin', index, this.#seed, source]);
      this.world.run(() => this.#judge.end !== null);
    } catch (error) {
      return this.#endedBy(error);
    }
    return this.#endedByJudge(this.#judge.end as ScenarioEnd);
  }

  /** The result of a run that never began, because the submission did not load. */
  nothing(): RunResult {
    const end = { status: 'errored' as const, message: null, facts: [], origin: null, line: null };
    return { end: { by: 'judge', end }, world: this.world, report: null, line: null };
  }

  #endedByJudge(end: ScenarioEnd): RunResult {
    return { end: { by: 'judge', end }, world: this.world, report: this.#tryReport(), line: null };
  }

  #endedBy(thrown: unknown): RunResult {
    const error = this.#exchange.takeStopped() ?? thrown;
    // A thread may still have waited for something when the scenario was over.
    if (error instanceof ScenarioEnding && this.#judge.end !== null) return this.#endedByJudge(this.#judge.end);
    const { world } = this;
    const { lastLine: line, budget } = this.#exchange;
    if (error instanceof ScenarioEnding)
      return { end: { by: 'world', ending: error.ending }, world, report: this.#tryReport(), line };
    if (error instanceof InterpreterDied) {
      const { resource } = error;
      const starved = resource === 'cpu' && budget.wasStarved && !this.hasLostJudge;
      return { end: { by: 'limit', resource, starved }, world, report: null, line };
    }
    throw error;
  }

  /** The submission's own report, if it can still give one. */
  #tryReport(): SelfReport | null {
    this.#exchange.takeStopped();
    try {
      return this.#judge.report(true);
    } catch {
      return null;
    }
  }
}
