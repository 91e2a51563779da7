// The one Prisma client of this process. Only files in lib/ import it or the generated client.
import { PrismaPg } from '@prisma/adapter-pg';
import { getDatabaseEnv } from './env.ts';
import { PrismaClient } from './generated/prisma/client.ts';

// Next's development server loads this module again after each change; the connections are kept across that.
const kept = globalThis as typeof globalThis & { overlapDb?: PrismaClient };

/** A class that presses the button at the same moment waits for its turn; Prisma's own 2 s would refuse some. */
const transactionOptions = { maxWait: 20_000, timeout: 20_000 };

function openDatabase(): PrismaClient {
  const connectionString = getDatabaseEnv().DATABASE_URL;
  const adapter = new PrismaPg({ connectionString, application_name: 'overlap', max: 10 });
  return new PrismaClient({ adapter, transactionOptions });
}

export const db: PrismaClient = (kept.overlapDb ??= openDatabase());

/** The client inside `db.$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<typeof db.$transaction>[0]>[0];
