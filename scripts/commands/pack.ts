// npm run -s pack -- …: the authors' tool. Its standard output is its own.
import { spawn } from 'node:child_process';
import { prepareInterpreters } from '../prepare/steps.ts';
import { Progress } from '../progress.mjs';
import { dataDir, inRoot } from '../project.mjs';

export async function run(words: string[]): Promise<number> {
  await prepareInterpreters(new Progress(process.stderr, true));
  // npm changes to the project's folder; the paths that were typed are relative to where they were typed.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const env = { ...process.env, OVERLAP_DATA: dataDir };
  const args = ['--no-node-snapshot', inRoot('grader', 'cli', 'pack.ts'), ...words];
  const child = spawn(process.execPath, args, { cwd, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 2)));
}
