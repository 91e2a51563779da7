// npm run bench -- --json: measures on a site of its own. Standard output is the benchmark's.
import { spawn } from 'node:child_process';
import { startPrivateSite } from '../prepare/private-site.ts';
import { prepareInterpreters } from '../prepare/steps.ts';
import { Shutdown } from '../processes/shutdown.ts';
import { Progress } from '../progress.mjs';
import { inRoot, root } from '../project.mjs';

export async function run(words: string[]): Promise<number> {
  const progress = new Progress(process.stderr);
  const shutdown = new Shutdown();
  shutdown.listenToSignals();
  try {
    await prepareInterpreters(progress);
    const { env } = await startPrivateSite(progress, shutdown);
    const args = ['--no-node-snapshot', inRoot('grader', 'cli', 'bench.ts'), ...words];
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    shutdown.atEnd('the benchmark', async () => child.kill());
    return await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  } finally {
    await shutdown.run();
  }
}
