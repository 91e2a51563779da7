// A pool of grader children: grades in parallel, replaces what dies, and ends in a verdict also when a submission kills
// its child. Used by the worker's edge and by the authors' CLI; knows no database and must never import lib/.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { GraderFault } from '../faults.ts';
import type { GradeRequest } from '../grader.ts';
import type { ExerciseBundle, ScenarioOutline } from '../pack/schema.ts';
import type { Verdict } from '../verdict/schema.ts';
import { ChildDied, childScript, GraderChild, type Answer, type ChildOptions, type Task } from './grader-child.ts';
import { HARMLESS_SOURCE, verdictForKilledChild, type KilledResource } from './killed-verdict.ts';
import { toStorable } from './storable.ts';

export interface PoolOptions extends Partial<ChildOptions> {
  imagesDir: string;
  /** How many tasks are performed at the same time; one per processor core unless given. */
  size?: number;
  /** Children kept ready beyond `size`, to take the place of one that ends. */
  spare?: number;
  /** A child is replaced after so many tasks. */
  recycleAfter?: number;
}

export interface Pool {
  /** How many tasks are performed at the same time. */
  readonly size: number;
  /** Resolves when a task would be begun at once. Throws GraderFault when no child starts. */
  waitUntilReady(): Promise<void>;
  /** Ends in a verdict whatever the submission does. Throws PackFault or GraderFault. */
  grade(request: GradeRequest): Promise<Verdict>;
  /** What the exercise's scenarios are. Throws PackFault or GraderFault. */
  outline(exercise: ExerciseBundle): Promise<ScenarioOutline[]>;
  /** Ends all children; tasks that are still waiting or running fail with GraderFault. */
  close(): Promise<void>;
}

const defaults = {
  spare: 1,
  recycleAfter: 500,
  residentLimitMb: 1_500,
  cpuLimitMs: 120_000,
  wallLimitMs: 300_000,
  startLimitMs: 60_000,
  silenceLimitMs: 20_000,
  script: childScript,
};

/** After so many children in a row that did not start, waiting tasks fail instead of waiting longer. */
const START_FAILURES_ALLOWED = 3;
const RESTART_DELAY_MS = 200;
const RESTART_DELAY_MAX_MS = 10_000;

interface Waiting {
  contentHash: string;
  resolve: (child: GraderChild) => void;
  reject: (fault: GraderFault) => void;
}

const exerciseOf = (task: Task) => (task.kind === 'grade' ? task.request.exercise : task.exercise);

/**
 * The pool keeps `size + spare` children that are starting, idle or grading; one that dies or retires is replaced at
 * once, or after a growing delay when children do not even start. Tasks wait in order of arrival until fewer than `size`
 * are being performed and a child is idle. open → closed by close(), for good.
 */
class ChildPool implements Pool {
  readonly size: number;
  readonly #options: typeof defaults & ChildOptions;
  /** All that are not dead. */
  readonly #children = new Set<GraderChild>();
  /** Those of them that can be given a task, the one that worked last at the end. */
  readonly #idle: GraderChild[] = [];
  readonly #waiting: Waiting[] = [];
  #busy = 0;
  #startFailures = 0;
  #restartTimer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor({ size, ...options }: PoolOptions) {
    this.size = size ?? availableParallelism();
    // Unless it is said otherwise, the data folder holds both, side by side.
    const wheelsDir = path.join(options.imagesDir, '..', 'wheels');
    this.#options = { ...defaults, wheelsDir, ...options };
    this.#fill();
  }

  async waitUntilReady(): Promise<void> {
    this.#release(await this.#acquire(''));
  }

  async grade(request: GradeRequest): Promise<Verdict> {
    const task: Task = { kind: 'grade', request };
    const first = await this.#attempt(task);
    const answer = first instanceof ChildDied ? await this.#attempt(task) : first;
    if (answer instanceof ChildDied) return this.#judgeKilled(request, answer.resource ?? 'exit');
    return this.#verdictOf(answer, request.exercise);
  }

  async outline(exercise: ExerciseBundle): Promise<ScenarioOutline[]> {
    const answer = await this.#attempt({ kind: 'outline', exercise });
    if (answer instanceof ChildDied) throw new GraderFault(answer.message);
    if (answer.kind !== 'outline') throw new GraderFault('The child answered another question than was asked.');
    return answer.scenarios;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#restartTimer) clearTimeout(this.#restartTimer);
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new GraderFault('The pool was closed.'));
    await Promise.all([...this.#children].map((child) => child.retire()));
  }

  /** Performs the task once. A death that the task is to blame for is returned; any other one is a GraderFault. */
  async #attempt(task: Task): Promise<Answer | ChildDied> {
    const child = await this.#acquire(exerciseOf(task).contentHash);
    try {
      return await child.perform(task);
    } catch (error) {
      if (!(error instanceof ChildDied)) throw error;
      if (error.resource === null) throw new GraderFault(error.message);
      return error;
    } finally {
      this.#release(child);
    }
  }

  /** The verdict when a submission has ended two children. Scenarios are graded once on a harmless text for it. */
  async #judgeKilled(request: GradeRequest, resource: KilledResource): Promise<Verdict> {
    const answer = await this.#attempt({ kind: 'grade', request: { ...request, source: HARMLESS_SOURCE } });
    if (answer instanceof ChildDied) throw new GraderFault(`A harmless text ended the child too: ${answer.message}`);
    return verdictForKilledChild(this.#verdictOf(answer, request.exercise), resource);
  }

  #verdictOf(answer: Answer, exercise: ExerciseBundle): Verdict {
    if (answer.kind !== 'verdict') throw new GraderFault('The child answered another question than was asked.');
    const graded = answer.verdict.exercise;
    if (graded.slug !== exercise.slug || graded.contentHash !== exercise.contentHash)
      throw new GraderFault('The child graded another exercise than was asked.');
    return toStorable(answer.verdict);
  }

  #acquire(contentHash: string): Promise<GraderChild> {
    if (this.#closed) throw new GraderFault('The pool was closed.');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ contentHash, resolve, reject });
      this.#dispatch();
    });
  }

  #dispatch(): void {
    while (this.#busy < this.size && this.#idle.length > 0) {
      const waiting = this.#waiting.shift();
      if (waiting === undefined) return;
      this.#busy += 1;
      waiting.resolve(this.#takeIdle(waiting.contentHash));
    }
  }

  /** One that has the exercise's judge already, or else the one that worked last: spare ones stay small that way. */
  #takeIdle(contentHash: string): GraderChild {
    const familiar = this.#idle.findLastIndex((child) => child.knows(contentHash));
    const [child] = this.#idle.splice(familiar, 1); // -1 is the last one
    if (child === undefined) throw new GraderFault('No child is idle.');
    return child;
  }

  #release(child: GraderChild): void {
    this.#busy -= 1;
    if (child.performed >= this.#options.recycleAfter) void child.retire();
    else if (child.state === 'idle') this.#idle.push(child);
    this.#dispatch();
  }

  #fill(): void {
    if (this.#closed || this.#restartTimer !== null) return;
    while (this.#children.size < this.size + this.#options.spare) this.#startChild();
  }

  #startChild(): void {
    const child = new GraderChild(this.#options);
    this.#children.add(child);
    void child.ended.then(() => this.#onEnded(child));
    child.ready.then(
      () => this.#onReady(child),
      (fault: GraderFault) => this.#onStartFailure(fault),
    );
  }

  #onReady(child: GraderChild): void {
    this.#startFailures = 0;
    this.#idle.unshift(child);
    this.#dispatch();
  }

  #onEnded(child: GraderChild): void {
    this.#children.delete(child);
    const place = this.#idle.indexOf(child);
    if (place >= 0) this.#idle.splice(place, 1);
    this.#fill();
  }

  /** Runs before #onEnded of the same child would start the next one. */
  #onStartFailure(fault: GraderFault): void {
    this.#startFailures += 1;
    if (this.#startFailures >= START_FAILURES_ALLOWED)
      for (const waiting of this.#waiting.splice(0)) waiting.reject(fault);
    this.#restartTimer ??= setTimeout(
      () => {
        this.#restartTimer = null;
        this.#fill();
      },
      Math.min(RESTART_DELAY_MS * 2 ** (this.#startFailures - 1), RESTART_DELAY_MAX_MS),
    );
  }
}

/** Starts the children and returns at once; the first tasks wait until one is ready. */
export function openPool(options: PoolOptions): Pool {
  return new ChildPool(options);
}
