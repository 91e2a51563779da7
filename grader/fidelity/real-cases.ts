// Runs the cases of grader/tests/semantics on the machine's CPython (python/cases.py): how each ended, what it printed.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Python } from './find-python.ts';

export interface RealCase {
  readonly name: string;
  readonly status: string;
  readonly output: string;
}

const CASES_FILE = new URL('python/cases.py', import.meta.url).pathname;
const RUNTIME_FOLDER = new URL('../python/runtime/overlap', import.meta.url).pathname;
const LIMIT_WALL_MS = 50_000;

/** The cases of one topic, by name; one that the process did not get to is missing. */
export async function runRealCases(python: Python, folder: string, topic: string): Promise<Map<string, RealCase>> {
  const env: NodeJS.ProcessEnv = { ...process.env, OVERLAP_RUNTIME: RUNTIME_FOLDER, PYTHONHASHSEED: '0', TZ: 'UTC' };
  const child = spawn(python.command, ['-B', '-X', 'utf8', CASES_FILE, folder, `${topic}.py`], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: LIMIT_WALL_MS,
    killSignal: 'SIGKILL',
  });
  const cases = new Map<string, RealCase>();
  for await (const line of createInterface({ input: child.stdout })) {
    const one = JSON.parse(line) as RealCase;
    cases.set(one.name, one);
  }
  return cases;
}
