// The job queue (pg-boss, in the schema "pgboss" of the same database). A job holds nothing but a submission's id; what
// is to be done and what came of it are in the submission's row. Web adds jobs, workers take them.
//
// A job is lost to nobody: one whose worker died is given to another when its heartbeat is ten seconds old, one whose
// submission still waits although no job is left is added again by the workers' sweep (lib/sweep.ts).
import { fromPrisma, PgBoss, type JobWithMetadata } from 'pg-boss';
import { z } from 'zod';
import type { Transaction } from './db.ts';
import { getDatabaseEnv } from './env.ts';
import { WORK_CHANNEL } from './channels.ts';

export const GRADE_QUEUE = 'grade';

/** A student who waits comes before regradings and other bulk work. */
export const PRIORITY = { student: 10, bulk: 0 } as const;

/** pg-boss allows no shorter one. A killed worker's job is taken up again after this and up to two seconds more. */
const HEARTBEAT_SECONDS = 10;

const queueOptions = {
  retryLimit: 3,
  retryDelay: 1,
  expireInSeconds: 15 * 60,
  deleteAfterSeconds: 24 * 3600,
};

const jobDataSchema = z.strictObject({ submission: z.uuid() });

/** One attempt at grading one submission. */
export interface GradeJob {
  id: string;
  submission: string;
  /** 0 at first; together with `id` it names the attempt, so that a lapsed claim settles nothing. */
  retryCount: number;
  /** True when the queue will not give this job out again after this attempt. */
  last: boolean;
}

export interface NewJob {
  id: string;
  submission: string;
  priority?: number;
}

function toGradeJob(job: JobWithMetadata<unknown>): GradeJob {
  const { submission } = jobDataSchema.parse(job.data);
  return { id: job.id, submission, retryCount: job.retryCount, last: job.retryCount >= job.retryLimit };
}

/** What `work` does beyond `send`: looks after lapsed jobs and removes old ones. */
export type QueueRole = 'send' | 'work';

export class Queue {
  readonly #boss: PgBoss;

  private constructor(boss: PgBoss) {
    this.#boss = boss;
  }

  /** Connects and makes sure that the queue's tables and settings are there; safe to call from many processes. */
  static async open(role: QueueRole): Promise<Queue> {
    const boss = new PgBoss({
      connectionString: getDatabaseEnv().DATABASE_URL,
      application_name: `overlap-queue-${role}`,
      max: role === 'work' ? 4 : 2,
      supervise: role === 'work',
      schedule: false,
      superviseIntervalSeconds: 2,
      monitorIntervalSeconds: 2,
    });
    boss.on('error', (error) => console.error(`The queue reports: ${error.message}`));
    await boss.start();
    await boss.createQueue(GRADE_QUEUE, { ...queueOptions, heartbeatSeconds: HEARTBEAT_SECONDS });
    await boss.updateQueue(GRADE_QUEUE, queueOptions);
    return new Queue(boss);
  }

  /** Adds a job as part of the transaction: it exists exactly when the submission does. Wakes the workers on commit. */
  async add(tx: Transaction, { id, submission, priority = PRIORITY.student }: NewJob): Promise<void> {
    const added = await this.#boss.send(GRADE_QUEUE, { submission }, { id, priority, db: fromPrisma(tx) });
    if (added === null) throw new Error('The queue refused a job.');
    await tx.$executeRaw`select pg_notify(${WORK_CHANNEL}, '')`;
  }

  /** Claims up to `count` jobs, the most urgent first, then the oldest. */
  async take(count: number): Promise<GradeJob[]> {
    const jobs = await this.#boss.fetch<unknown>(GRADE_QUEUE, { batchSize: count, includeMetadata: true });
    return jobs.map(toGradeJob);
  }

  /** Says that these jobs are still being worked on. */
  async touch(jobs: GradeJob[]): Promise<void> {
    if (jobs.length > 0) await this.#boss.touch(GRADE_QUEUE, jobs);
  }

  /** Ends a job as part of the transaction that stores its result. */
  async complete(tx: Transaction, job: GradeJob): Promise<void> {
    await this.#boss.complete(GRADE_QUEUE, job, null, { db: fromPrisma(tx) });
  }

  /** Ends this attempt as failed: the job is given out again after a second, unless this attempt was the last. */
  async fail(tx: Transaction, job: GradeJob, reason: string): Promise<void> {
    await this.#boss.fail(GRADE_QUEUE, job, { reason }, { db: fromPrisma(tx) });
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false });
  }
}

// Next's development server loads this module again after each change; the connection is kept across that.
const kept = globalThis as typeof globalThis & { overlapSendQueue?: Promise<Queue> };

/** The web process's queue, opened on first use. A failed opening is tried again by the next caller. */
export function getSendQueue(): Promise<Queue> {
  kept.overlapSendQueue ??= Queue.open('send').catch((error: unknown) => {
    kept.overlapSendQueue = undefined;
    throw error;
  });
  return kept.overlapSendQueue;
}
