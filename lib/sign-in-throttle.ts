// Slows down guessing at one account's password, whatever addresses the guesses come from. The limit per address
// cannot be strict, because a whole class may sit behind one; this one can.
import { createHash } from 'node:crypto';
import { db } from './db.ts';

const WINDOW_MS = 5 * 60_000;
const FAILURES_ALLOWED = 10;

const hashEmail = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('hex');

/** Seconds until this account may be tried again; 0 when it may be tried now. */
export async function findSignInDelaySeconds(email: string): Promise<number> {
  const row = await db.signInFailure.findUnique({ where: { emailHash: hashEmail(email) } });
  if (row === null || row.count < FAILURES_ALLOWED) return 0;
  return Math.max(0, Math.ceil((row.windowBegan.getTime() + WINDOW_MS - Date.now()) / 1000));
}

/** Counts a failed sign-in. One statement, so that concurrent guesses are all counted. */
export async function countSignInFailure(email: string): Promise<void> {
  const now = new Date();
  const oldest = new Date(now.getTime() - WINDOW_MS);
  await db.$executeRaw`
    insert into sign_in_failure as f ("emailHash", count, "windowBegan") values (${hashEmail(email)}, 1, ${now})
    on conflict ("emailHash") do update set
      count = case when f."windowBegan" < ${oldest} then 1 else f.count + 1 end,
      "windowBegan" = case when f."windowBegan" < ${oldest} then ${now} else f."windowBegan" end`;
}

/** A successful sign-in starts the count anew. */
export async function forgetSignInFailures(email: string): Promise<void> {
  await db.signInFailure.deleteMany({ where: { emailHash: hashEmail(email) } });
}

/** Removes counts nobody needs any more; called by the worker's housekeeping. */
export async function deleteOldSignInFailures(): Promise<void> {
  await db.signInFailure.deleteMany({ where: { windowBegan: { lt: new Date(Date.now() - WINDOW_MS) } } });
}
