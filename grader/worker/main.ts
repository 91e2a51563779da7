// The worker: takes submissions from the queue, has them graded by its children, stores the verdicts. It is the only
// process with both the database and children; any number of workers may run on the same DATABASE_URL.
// Started by `npm run worker` and by `npm start`.
import path from 'node:path';
import { EnvFault, getWorkerEnv } from '#lib/env';
import { GraderFault } from '../faults.ts';
import { runWorker } from './run-worker.ts';

async function main(): Promise<void> {
  const env = getWorkerEnv();
  await runWorker({ imagesDir: path.resolve(env.OVERLAP_DATA, 'images'), size: env.OVERLAP_CHILDREN });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof EnvFault || error instanceof GraderFault ? error.message : error);
    process.exit(1);
  },
);
