// A long-running process of ours (the web server, a worker). Started again when it ends by itself; stopped politely
// first and then by force.
//
// States: running → (ended by itself) → waiting → running; more than MAX_RESTARTS within a minute → given up, which ends
// the launcher. From any state: stop() → stopping → stopped, for good.
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot, root } from '../project.mjs';

const MAX_RESTARTS = 5;
const WINDOW_MS = 60_000;
const RESTART_AFTER_MS = 500;

export interface ServiceOptions {
  /** For people. */
  name: string;
  /** Arguments of node: flags, script, its arguments. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** How long it may take to stop before it and its children are killed. */
  graceMs: number;
  output: 'inherit' | 'ignore' | number;
  /** Called when it cannot be kept running. */
  onGivenUp: (reason: string) => void;
}

export class Service {
  readonly #options: ServiceOptions;
  #child: ChildProcess;
  #stopping = false;
  #restarts: number[] = [];

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#child = this.#spawn();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const grace = new AbortController();
    await Promise.race([ended, sleep(this.#options.graceMs, undefined, { signal: grace.signal }).catch(() => {})]);
    grace.abort();
    killGroup(child);
    await ended;
  }

  #spawn(): ChildProcess {
    const { args, env, output } = this.#options;
    const preload = ['--import', inRoot('scripts', 'processes', 'stop-with-parent.mjs')];
    // A process group of its own: Ctrl-C reaches only the launcher, which then stops things in the right order.
    const child = spawn(process.execPath, [...preload, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', output, output],
      detached: true,
    });
    child.on('exit', (code, signal) => {
      if (!this.#stopping) void this.#restart(`${this.#options.name} ended (${signal ?? `exit code ${code}`})`);
    });
    return child;
  }

  async #restart(reason: string): Promise<void> {
    killGroup(this.#child);
    this.#restarts = [...this.#restarts.filter((wallMs) => wallMs > Date.now() - WINDOW_MS), Date.now()];
    if (this.#restarts.length > MAX_RESTARTS)
      return this.#options.onGivenUp(`${reason} ${MAX_RESTARTS} times in a minute`);
    console.error(`${reason}; starting it again.`);
    await sleep(RESTART_AFTER_MS);
    if (!this.#stopping) this.#child = this.#spawn();
  }
}

/** Ends what is left of the process and of its own children. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // nothing is left of it
  }
}
