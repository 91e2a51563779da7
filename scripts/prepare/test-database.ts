// Databases for tests: on a server of their own, new for every run, dropped afterwards.
import { createDatabaseName, dropDatabase, dropLeftOverDatabases, ensureDatabase } from '../postgres/databases.ts';
import { startServer } from '../postgres/server.ts';
import type { Database } from './database.ts';

/** What is lost in a power cut is of no value here. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export async function openTestDatabase(purpose: string): Promise<Database> {
  const server = await startServer('pg-test', FAST);
  await dropLeftOverDatabases(server);
  const name = createDatabaseName(purpose);
  const url = await ensureDatabase(server, name);
  return {
    url,
    how: server.how,
    release: async () => {
      await dropDatabase(server, name);
      await server.release();
    },
  };
}
