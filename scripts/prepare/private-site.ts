// A site of its own for the tests in the browser and for the benchmark: own seeded database, own port, one worker.
import { mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { makeEnvironment } from '../processes/environment.ts';
import { findFreePort } from '../processes/port.mjs';
import type { Shutdown } from '../processes/shutdown.ts';
import { startWeb, startWorkers, waitUntilHealthy } from '../processes/site-processes.ts';
import type { Progress } from '../progress.mjs';
import { inData } from '../project.mjs';
import { buildSite } from './site.ts';
import { prepareDatabase, seed } from './steps.ts';
import { openTestDatabase } from './test-database.ts';

export interface PrivateSite {
  url: string;
  env: NodeJS.ProcessEnv;
  /** What the web server and the worker print. */
  log: string;
}

export async function startPrivateSite(progress: Progress, shutdown: Shutdown): Promise<PrivateSite> {
  const database = await prepareDatabase(progress, shutdown, () => openTestDatabase('site'));
  await seed(progress, database.url);
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const env = { ...makeEnvironment({ databaseUrl: database.url, port }), BETTER_AUTH_URL: url, OVERLAP_URL: url };
  const address = { port, host: '127.0.0.1' };
  let distDir = '';
  await progress.step('Build the site', async () => {
    const build = await buildSite();
    distDir = build.distDir;
    return build.note;
  });
  const log = path.join(inData('test-reports'), 'site.log');
  mkdirSync(path.dirname(log), { recursive: true });
  await progress.step('Start the web server and a worker', async () => {
    const common = {
      env: { ...env, NEXT_DIST_DIR: distDir },
      output: openSync(log, 'w'),
      onGivenUp: (reason: string) => console.error(reason),
    };
    const [worker] = startWorkers(1, common);
    shutdown.atEnd('the worker', async () => worker?.stop());
    const web = startWeb('start', address, common);
    shutdown.atEnd('the web server', () => web.stop());
    await waitUntilHealthy(address);
    return url;
  });
  return { url, env, log };
}
