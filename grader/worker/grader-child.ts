// One grader child, seen from its parent: starts it, gives it one task at a time, watches it, and ends it.
// Part of the pool, which knows no database: must never import lib/.
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { GraderFault, PackFault } from '../faults.ts';
import { listChildFlags } from './child-permissions.ts';
import type { KilledResource } from './killed-verdict.ts';
import { childMessageSchema, type ChildMessage, type ParentMessage } from './messages.ts';
import { findProcessUsage } from './process-usage.ts';

export interface ChildOptions {
  imagesDir: string;
  wheelsDir: string;
  /** Limits of last resort, far above those that the sandbox keeps itself. */
  residentLimitMb: number;
  cpuLimitMs: number;
  wallLimitMs: number;
  startLimitMs: number;
  /** Within this time a child must say that it begins a task. */
  silenceLimitMs: number;
  /** The program to run; tests put others in its place. */
  script: string;
}

export const childScript = fileURLToPath(new URL('./child.ts', import.meta.url));

/** A task as the pool gives it; the child numbers it. */
export type Task =
  Omit<Extract<ParentMessage, { kind: 'grade' }>, 'task'> | Omit<Extract<ParentMessage, { kind: 'outline' }>, 'task'>;

export type Answer = Extract<ChildMessage, { kind: 'verdict' | 'outline' }>;

/** The child died, or had to be killed, while it worked on a task. */
export class ChildDied extends Error {
  override name = 'ChildDied';
  /** The limit that the task broke; null when the task cannot be blamed (killed from outside, silent). */
  readonly resource: KilledResource | null;

  constructor(message: string, resource: KilledResource | null) {
    super(message);
    this.resource = resource;
  }
}

const WATCH_EVERY_MS = 100;
const RETIRE_LIMIT_MS = 2_000;
/** As many judges as a child keeps. */
const RECENT_KEPT = 3;
const STDERR_KEPT = 4_000;
/** Signals that a process gives itself by crashing; every other one came from outside. */
const CRASH_SIGNALS = ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGTRAP', 'SIGFPE', 'SIGSYS'];

interface Current {
  number: number;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
  begun: boolean;
  beganWallMs: number;
  cpuBeforeMs: number;
}

/**
 * States:
 *   starting  forked, loads its images. → idle when it says `ready`; → dead when it ends, says `cannot_start`, or takes
 *             longer than startLimitMs.
 *   idle      waits for a task. → grading by perform(); → retiring by retire(); → dead when it ends.
 *   grading   has one task. → idle when it answers; → dead, and the task rejected with ChildDied, when it ends, is
 *             silent, answers something else than asked, or breaks a limit.
 *   retiring  was told to end by closing the channel. → dead when it has ended, at the latest after RETIRE_LIMIT_MS.
 *   dead      final. `ended` is resolved.
 */
export class GraderChild {
  /** Resolved when the child is ready; rejected with GraderFault when it died before. */
  readonly ready: Promise<void>;
  /** Resolved when the process is gone. */
  readonly ended: Promise<void>;
  /** Tasks performed so far. */
  performed = 0;
  /** Content hashes of the exercises it worked on last. */
  readonly #recent: string[] = [];
  readonly #options: ChildOptions;
  readonly #process: ChildProcess;
  readonly #watch: NodeJS.Timeout;
  readonly #startedWallMs = performance.now();
  #state: 'starting' | 'idle' | 'grading' | 'retiring' | 'dead' = 'starting';
  #current: Current | null = null;
  /** Why we killed it, once we did. */
  #killed: ChildDied | null = null;
  #stderr = '';
  #becomeReady: () => void = () => undefined;
  #failToStart: (fault: GraderFault) => void = () => undefined;

  constructor(options: ChildOptions) {
    this.#options = options;
    this.#process = fork(options.script, [options.imagesDir, options.wheelsDir], {
      env: {} as NodeJS.ProcessEnv, // Next's types would have us name NODE_ENV; the child gets nothing
      execArgv: listChildFlags([options.imagesDir, options.wheelsDir], options.script),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'json',
    });
    this.ready = new Promise((resolve, reject) => {
      this.#becomeReady = resolve;
      this.#failToStart = reject;
    });
    this.ready.catch(() => undefined); // whoever needs it awaits it
    this.ended = new Promise((resolve) => {
      this.#process.once('exit', (code, signal) => {
        this.#onExit(code, signal);
        resolve();
      });
      this.#process.once('error', (error) => {
        this.#stderr += error.message; // could not be forked, or a message could not be sent
        this.#process.kill('SIGKILL');
        if (this.#process.pid === undefined) resolve(this.#onExit(null, null));
      });
    });
    this.#process.on('message', (raw) => this.#onMessage(raw));
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString()).slice(-STDERR_KEPT);
    });
    this.#watch = setInterval(() => this.#checkLimits(), WATCH_EVERY_MS);
  }

  get state(): string {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Whether it worked on this exercise lately, and so has its judge ready. */
  knows(contentHash: string): boolean {
    return this.#recent.includes(contentHash);
  }

  /** Performs one task; only when idle. Rejects with ChildDied, PackFault or GraderFault. */
  perform(task: Task): Promise<Answer> {
    if (this.#state !== 'idle') throw new GraderFault(`A child that is ${this.#state} was given a task.`);
    this.#state = 'grading';
    this.performed += 1;
    this.#remember(task);
    const number = this.performed;
    return new Promise((resolve, reject) => {
      const cpuBeforeMs = (this.pid && findProcessUsage(this.pid)?.cpuMs) || 0;
      this.#current = { number, resolve, reject, begun: false, beganWallMs: performance.now(), cpuBeforeMs };
      this.#process.send({ ...task, task: number } satisfies ParentMessage);
    });
  }

  /** Ends the child: at once when it works on a task, otherwise after it has closed its grader. */
  async retire(): Promise<void> {
    if (this.#state === 'dead') return;
    if (this.#state === 'idle') {
      this.#state = 'retiring';
      this.#process.disconnect();
    } else if (this.#state !== 'retiring') this.#kill(new ChildDied('The pool was closed.', null));
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), RETIRE_LIMIT_MS);
    await this.ended;
    clearTimeout(timer);
  }

  #remember(task: Task): void {
    const { contentHash } = task.kind === 'grade' ? task.request.exercise : task.exercise;
    if (!this.knows(contentHash)) this.#recent.push(contentHash);
    if (this.#recent.length > RECENT_KEPT) this.#recent.shift();
  }

  #onMessage(raw: unknown): void {
    const parsed = childMessageSchema.safeParse(raw);
    if (!parsed.success) return this.#kill(new ChildDied('The child said something that is no message.', 'exit'));
    const message = parsed.data;
    if (message.kind === 'ready') return this.#onReady();
    if (message.kind === 'cannot_start') return this.#kill(new ChildDied(message.message, null));
    const current = this.#current;
    if (current?.number !== message.task)
      return this.#kill(new ChildDied('The child answered what nobody asked.', 'exit'));
    if (message.kind === 'begun') current.begun = true;
    else this.#settle(current, message);
  }

  #onReady(): void {
    if (this.#state !== 'starting') return;
    this.#state = 'idle';
    this.#becomeReady();
  }

  #settle(current: Current, message: Exclude<ChildMessage, { kind: 'ready' | 'cannot_start' | 'begun' }>): void {
    this.#current = null;
    this.#state = 'idle';
    if (message.kind === 'pack_fault') current.reject(new PackFault(message.message, message.at));
    else if (message.kind === 'grader_fault') current.reject(new GraderFault(message.message));
    else current.resolve(message);
  }

  #checkLimits(): void {
    const now = performance.now();
    const { startLimitMs, silenceLimitMs, wallLimitMs, cpuLimitMs, residentLimitMb } = this.#options;
    if (this.#state === 'starting' && now - this.#startedWallMs > startLimitMs)
      return this.#kill(new ChildDied(`The child was not ready after ${startLimitMs / 1000} s.`, null));
    const current = this.#current;
    if (current === null || this.pid === undefined) return;
    const worked = now - current.beganWallMs;
    if (!current.begun && worked > silenceLimitMs) return this.#kill(new ChildDied('The child is silent.', null));
    if (worked > wallLimitMs)
      return this.#kill(new ChildDied(`The task took longer than ${wallLimitMs / 1000} s.`, 'cpu'));
    const usage = findProcessUsage(this.pid);
    if (usage === null) return;
    if (usage.cpuMs - current.cpuBeforeMs > cpuLimitMs)
      this.#kill(new ChildDied(`The task used more than ${cpuLimitMs / 1000} s of processor time.`, 'cpu'));
    else if (usage.residentBytes > residentLimitMb * 1024 * 1024)
      this.#kill(new ChildDied(`The child used more than ${residentLimitMb} MB.`, 'memory'));
  }

  #kill(reason: ChildDied): void {
    this.#killed ??= reason;
    this.#process.kill('SIGKILL');
  }

  #onExit(code: number | null, signal: NodeJS.Signals | null): void {
    const wasStarting = this.#state === 'starting';
    this.#state = 'dead';
    clearInterval(this.#watch);
    const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
    const tail = this.#stderr.trim() === '' ? '' : `: ${this.#stderr.trim()}`;
    const crashed = signal === null || CRASH_SIGNALS.includes(signal);
    const died = this.#killed ?? new ChildDied(`The child ${how}${tail}`, crashed ? 'exit' : null);
    if (wasStarting) this.#failToStart(new GraderFault(`A grader child did not start. ${died.message}`));
    this.#current?.reject(died);
    this.#current = null;
  }
}
