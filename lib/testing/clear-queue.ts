import { db } from '../db.ts';

/** Removes all submissions and jobs, so that a test's own are alone in the queue. The database must be a test's. */
export async function clearQueue(): Promise<void> {
  await db.submission.deleteMany();
  await db.$executeRaw`delete from pgboss.job`;
}
