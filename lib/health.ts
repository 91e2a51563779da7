// Whether the parts of the system are there; for operators and for the launcher.
import { db } from './db.ts';
import { findWorkerSeenSecondsAgo } from './worker-heartbeat.ts';

export interface Health {
  /** True when students can hand in and somebody grades. */
  ok: boolean;
  database: boolean;
  worker: { seenSecondsAgo: number | null };
}

/** A worker beats every few seconds; one silent for longer than this is gone. */
const WORKER_GONE_SECONDS = 20;

export async function checkHealth(): Promise<Health> {
  try {
    await db.$queryRaw`select 1`;
    const seenSecondsAgo = await findWorkerSeenSecondsAgo();
    const ok = seenSecondsAgo !== null && seenSecondsAgo <= WORKER_GONE_SECONDS;
    return { ok, database: true, worker: { seenSecondsAgo } };
  } catch {
    return { ok: false, database: false, worker: { seenSecondsAgo: null } };
  }
}
