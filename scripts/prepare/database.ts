// The database to work with: the operator's (DATABASE_URL), or the embedded one.
import pg from 'pg';
import { ensureDatabase } from '../postgres/databases.ts';
import { startServer } from '../postgres/server.ts';
import { Refusal } from '../refusal.mjs';

export interface Database {
  url: string;
  /** For people. */
  how: string;
  /** To be called after every client has ended. Stops the embedded server when nobody else uses it. */
  release(): Promise<void>;
}

export async function openDatabase(): Promise<Database> {
  const external = process.env.DATABASE_URL;
  if (external !== undefined && external !== '') return openExternal(external);
  const server = await startServer('pg');
  return { url: await ensureDatabase(server, 'overlap'), how: server.how, release: () => server.release() };
}

/** Refuses with a sentence when the operator's database does not answer. */
export async function openExternal(url: string): Promise<Database> {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new Refusal('DATABASE_URL must be the address of a PostgreSQL: postgresql://user:password@host/database.');
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    await client.connect();
    await client.end();
  } catch (error) {
    const why =
      error instanceof Error ? error.message || ('code' in error ? String(error.code) : error.name) : String(error);
    throw new Refusal(`The database of DATABASE_URL does not answer: ${why}.`);
  }
  return { url, how: 'DATABASE_URL', release: async () => {} };
}
