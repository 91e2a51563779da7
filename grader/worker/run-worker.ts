// A worker's life, from connecting to giving back what it could not finish. main.ts runs it with the real grader.
import { db } from '#lib/db';
import { Queue } from '#lib/queue';
import { sweep } from '#lib/sweep';
import { WorkerHeartbeat } from '#lib/worker-heartbeat';
import { openPool, type PoolOptions } from './pool.ts';
import { QueueLoop } from './queue-loop.ts';
import { runJob } from './run-job.ts';

export interface WorkerOptions extends PoolOptions {
  /** How long jobs may go on after the signal to end; then they are given back to the queue. */
  drainLimitMs?: number;
}

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

/** Works until SIGTERM or SIGINT, then ends the jobs it has; a second signal ends the process at once. */
export async function runWorker({ drainLimitMs = DRAIN_LIMIT_MS, ...options }: WorkerOptions): Promise<void> {
  const pool = openPool(options);
  await pool.waitUntilReady(); // a worker that cannot grade must not take jobs from those that can
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
  const limit = setTimeout(() => void pool.close(), drainLimitMs); // jobs still running fail, and are given back
  await drained;
  clearTimeout(limit);
  await pool.close();
  await heartbeat.end().catch(() => undefined);
  await queue.close();
  await db.$disconnect();
}
