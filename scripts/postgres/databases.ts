// Creates and drops databases on an embedded server.
import pg from 'pg';
import { isAlive } from '../processes/alive.ts';
import type { EmbeddedServer } from './server.ts';

const TEST_PREFIX = 'test_';

/** A name for a test database that no other run uses. */
export function createDatabaseName(purpose: string): string {
  return `${TEST_PREFIX}${purpose}_${process.pid}_${Date.now()}`;
}

/** Makes sure the database is there, and answers its URL. */
export async function ensureDatabase(server: EmbeddedServer, name: string): Promise<string> {
  await withClient(server, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    await client.query(`create database ${client.escapeIdentifier(name)}`).catch((error: unknown) => {
      // 42P04: another process created it between our two questions.
      if (!(error instanceof pg.DatabaseError && error.code === '42P04')) throw error;
    });
  });
  return server.url(name);
}

export async function dropDatabase(server: EmbeddedServer, name: string): Promise<void> {
  await withClient(server, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

/** Drops the test databases of earlier runs that were killed: nobody is connected, and their process is gone. */
export async function dropLeftOverDatabases(server: EmbeddedServer): Promise<void> {
  await withClient(server, async (client) => {
    const idle = await client.query<{ datname: string }>(
      'select datname from pg_database d where not exists (select 1 from pg_stat_activity a where a.datname = d.datname)',
    );
    for (const { datname } of idle.rows) {
      if (datname.startsWith(TEST_PREFIX) && isLeftOver(datname))
        await client.query(`drop database if exists ${client.escapeIdentifier(datname)}`);
    }
  });
}

function isLeftOver(name: string): boolean {
  return !isAlive(Number(name.split('_').at(-2)));
}

async function withClient<T>(server: EmbeddedServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
