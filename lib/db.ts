// The one Prisma client of this process. Only files in lib/ import it or the generated client.
import { PrismaPg } from '@prisma/adapter-pg';
import { getDatabaseEnv } from './env.ts';
import { PrismaClient } from './generated/prisma/client.ts';

// Next's development server loads this module again after each change; the connections are kept across that.
const kept = globalThis as typeof globalThis & { overlapDb?: PrismaClient };

function openDatabase(): PrismaClient {
  const connectionString = getDatabaseEnv().DATABASE_URL;
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, application_name: 'overlap', max: 10 }) });
}

export const db: PrismaClient = (kept.overlapDb ??= openDatabase());

/** The client inside `db.$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<typeof db.$transaction>[0]>[0];
