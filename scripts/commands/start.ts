// npm start: everything a fresh machine needs, then the site and its workers until Ctrl-C.
import { prepareDatabase, prepareInterpreters, seed } from '../prepare/steps.ts';
import { buildSite } from '../prepare/site.ts';
import { readHost, readPort, readWorkers } from '../processes/settings.ts';
import { makeEnvironment } from '../processes/environment.ts';
import { requireFreePort } from '../processes/port.mjs';
import { Shutdown } from '../processes/shutdown.ts';
import { type Address, startWeb, startWorkers, waitUntilHealthy } from '../processes/site-processes.ts';
import { Progress } from '../progress.mjs';

export function run(): Promise<number> {
  return serve('start');
}

export async function serve(mode: 'start' | 'dev'): Promise<number> {
  const [port, host, workers] = [readPort(), readHost(), readWorkers()];
  await requireFreePort(port);
  const progress = new Progress();
  const shutdown = new Shutdown();
  shutdown.listenToSignals();
  try {
    await prepareInterpreters(progress);
    const database = await prepareDatabase(progress, shutdown);
    const accounts = await seed(progress, database.url);
    const env = makeEnvironment({ databaseUrl: database.url, port });
    if (mode === 'start') {
      await progress.step('Build the site', async () => {
        const build = await buildSite();
        env.NEXT_DIST_DIR = build.distDir;
        return build.note;
      });
    }
    return await runServices(mode, { address: { port, host }, workers, env, accounts, progress, shutdown });
  } catch (error) {
    if (shutdown.begun) return waitForever(); // stopping made a step fail; the signal's handler ends the process
    await shutdown.run();
    throw error;
  }
}

interface Stage {
  address: Address;
  workers: number;
  env: NodeJS.ProcessEnv;
  accounts: string;
  progress: Progress;
  shutdown: Shutdown;
}

async function runServices(mode: 'start' | 'dev', stage: Stage): Promise<number> {
  const { address, workers, env, progress, shutdown } = stage;
  const givenUp = Promise.withResolvers<string>();
  const startAll = async () => {
    const common = { env, output: 'inherit' as const, onGivenUp: givenUp.resolve };
    const grading = startWorkers(workers, common);
    shutdown.atEnd('the workers', () => Promise.all(grading.map((worker) => worker.stop())));
    const web = startWeb(mode, address, common);
    shutdown.atEnd('the web server', () => web.stop());
    const failed = givenUp.promise.then((reason) => Promise.reject(new Error(reason)));
    await Promise.race([workers > 0 ? waitUntilHealthy(address) : Promise.resolve(), failed]);
    return `${workers} ${workers === 1 ? 'worker' : 'workers'}`;
  };
  await progress.step('Start the web server and the workers', startAll, { printsItself: true });
  const began = Number(process.env.OVERLAP_BEGAN_WALL_MS);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  progress.say(
    `\n${stage.accounts}\n\nOverlap is ready after ${seconds} s: http://localhost:${address.port}  (Ctrl-C stops it)\n`,
  );
  const reason = await givenUp.promise;
  await shutdown.run();
  console.error(reason);
  return 1;
}

function waitForever(): Promise<never> {
  return new Promise(() => {});
}
