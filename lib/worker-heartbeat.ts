// One row per running worker, so that the site can say whether anybody is there to grade.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { db } from './db.ts';

/** The row of one worker process. `beat` writes it, also when somebody deleted it meanwhile. */
export class WorkerHeartbeat {
  readonly #id = randomUUID();
  readonly #children: number;

  constructor(children: number) {
    this.#children = children;
  }

  async beat(): Promise<void> {
    const seenAt = new Date();
    await db.workerHeartbeat.upsert({
      where: { id: this.#id },
      create: { id: this.#id, host: hostname(), pid: process.pid, children: this.#children, seenAt },
      update: { seenAt },
    });
  }

  async end(): Promise<void> {
    await db.workerHeartbeat.deleteMany({ where: { id: this.#id } });
  }
}

/** How long ago the most recently seen worker gave a sign of life; null when there is none. */
export async function findWorkerSeenSecondsAgo(): Promise<number | null> {
  const latest = await db.workerHeartbeat.aggregate({ _max: { seenAt: true } });
  const seenAt = latest._max.seenAt;
  return seenAt === null ? null : Math.max(0, Math.round((Date.now() - seenAt.getTime()) / 1000));
}
