// The worker: takes submissions from the queue, has them graded by its children, stores the verdicts. It is the only
// process with both the database and children; any number of workers may run on the same DATABASE_URL.
// Run by `npm run worker` and by `npm start`. Ends on SIGTERM and SIGINT after the jobs it has; at once on a second one.
import path from 'node:path';
import { db } from '#lib/db';
import { EnvFault, getWorkerEnv } from '#lib/env';
import { Queue } from '#lib/queue';
import { sweep } from '#lib/sweep';
import { WorkerHeartbeat } from '#lib/worker-heartbeat';
import { openPool } from './pool.ts';
import { QueueLoop } from './queue-loop.ts';
import { runJob } from './run-job.ts';

/** How long jobs may go on after the signal; then they are given back to the queue. */
const DRAIN_LIMIT_MS = 8_000;
const HOUSEKEEPING_EVERY_MS = 4_000;

/** Calls `work` now and then until stopped; a failure is reported and made up for by the next call. */
function repeat(name: string, everyMs: number, work: () => Promise<void>): NodeJS.Timeout {
  let busy = false;
  const once = async () => {
    if (busy) return;
    busy = true;
    await work().catch((error: unknown) =>
      console.error(`${name} failed:`, error instanceof Error ? error.message : error),
    );
    busy = false;
  };
  void once();
  return setInterval(() => void once(), everyMs);
}

async function waitForSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    const onSignal = () => {
      resolve();
      for (const again of ['SIGTERM', 'SIGINT'] as const) process.on(again, () => process.exit(1));
    };
    process.once('SIGTERM', onSignal);
    process.once('SIGINT', onSignal);
  });
}

async function main(): Promise<void> {
  const env = getWorkerEnv();
  const pool = openPool({ imagesDir: path.resolve(env.OVERLAP_DATA, 'images'), size: env.OVERLAP_CHILDREN });
  const queue = await Queue.open('work');
  const loop = new QueueLoop({ queue, size: pool.size, run: (job) => runJob(queue, pool, job) });
  const heartbeat = new WorkerHeartbeat(pool.size);
  const timers = [
    repeat('The heartbeat', HOUSEKEEPING_EVERY_MS, () => heartbeat.beat()),
    repeat('Housekeeping', HOUSEKEEPING_EVERY_MS, () => sweep(queue)),
  ];
  console.log(`The worker is ready: ${pool.size} submissions at a time.`);

  await waitForSignal();
  for (const timer of timers) clearInterval(timer);
  const drained = loop.drain();
  const limit = setTimeout(() => void pool.close(), DRAIN_LIMIT_MS); // jobs still running fail, and are given back
  await drained;
  clearTimeout(limit);
  await pool.close();
  await heartbeat.end().catch(() => undefined);
  await queue.close();
  await db.$disconnect();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof EnvFault ? error.message : error);
    process.exit(1);
  },
);
