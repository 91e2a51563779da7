// npm run fidelity: the sample solutions of all packs on the machine's real CPython, compared with our verdicts.
import { spawn } from 'node:child_process';
import { prepareInterpreters } from '../prepare/steps.ts';
import { Progress } from '../progress.mjs';
import { dataDir, inRoot, root } from '../project.mjs';

export async function run(words: string[]): Promise<number> {
  await prepareInterpreters(new Progress(process.stderr, true));
  const args = ['--no-node-snapshot', inRoot('grader', 'fidelity', 'fidelity.ts'), ...words];
  const env = { ...process.env, OVERLAP_DATA: dataDir };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
