// npm run worker: only workers, against the database of a site that runs elsewhere.
import { describeDatabase } from '../migrations/migrate.ts';
import { openExternal } from '../prepare/database.ts';
import { generateClient } from '../prepare/client.ts';
import { prepareInterpreters } from '../prepare/steps.ts';
import { readWorkers } from '../processes/settings.ts';
import { makeEnvironment } from '../processes/environment.ts';
import { Shutdown } from '../processes/shutdown.ts';
import { startWorkers } from '../processes/site-processes.ts';
import { Progress } from '../progress.mjs';
import { Refusal } from '../refusal.mjs';

export async function run(): Promise<number> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) {
    throw new Refusal(
      'Set DATABASE_URL to the database of the site, for example postgresql://user:password@host:5432/overlap.',
    );
  }
  const progress = new Progress();
  const shutdown = new Shutdown();
  shutdown.listenToSignals();
  await progress.step('Check the database', () => requireSameSchema(databaseUrl));
  await progress.step('Generate the database client', generateClient);
  await prepareInterpreters(progress);
  const givenUp = Promise.withResolvers<string>();
  const env = makeEnvironment({ databaseUrl });
  const workers = startWorkers(Math.max(1, readWorkers()), { env, output: 'inherit', onGivenUp: givenUp.resolve });
  shutdown.atEnd('the workers', () => Promise.all(workers.map((worker) => worker.stop())));
  progress.say(`Grading with ${workers.length} ${workers.length === 1 ? 'worker' : 'workers'}. Ctrl-C stops.`);
  const reason = await givenUp.promise;
  await shutdown.run();
  console.error(reason);
  return 1;
}

/** Migrating is the site's business: a worker of another version must not change its tables. */
async function requireSameSchema(databaseUrl: string): Promise<void> {
  await openExternal(databaseUrl);
  const { missing, unknown } = await describeDatabase(databaseUrl);
  if (missing.length > 0)
    throw new Refusal('The database is older than this checkout: run npm start on the machine of the site first.');
  if (unknown.length > 0)
    throw new Refusal('The database is newer than this checkout: update this machine to the version of the site.');
}
