// The embedded server for real: these tests start, kill and stop servers in a data folder of their own.
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type * as Databases from './databases.ts';
import type * as PostmasterFile from './postmaster.ts';
import type * as Server from './server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'overlap-postgres-'));

describe('the embedded server', () => {
  let startServer: typeof Server.startServer;
  let stopServer: typeof Server.stopServer;
  let ensureDatabase: typeof Databases.ensureDatabase;
  let findPostmaster: typeof PostmasterFile.findPostmaster;

  beforeAll(async () => {
    vi.stubEnv('OVERLAP_DATA', folder); // read when the modules are loaded
    ({ startServer, stopServer } = await import('./server.ts'));
    ({ ensureDatabase } = await import('./databases.ts'));
    ({ findPostmaster } = await import('./postmaster.ts'));
  });

  /** A use that is given up after the test, whatever it did. */
  async function start(): Promise<Server.EmbeddedServer> {
    const server = await startServer('pg');
    onTestFinished(() => server.release());
    return server;
  }

  afterEach(() => stopServer('pg'));

  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  const dataDir = path.join(folder, 'pg');

  test('answers those who know its password, and nobody else', async () => {
    const server = await start();
    await ensureDatabase(server, 'overlap');
    expect(await ask(server.url('overlap'), 'select 1 as one')).toEqual([{ one: 1 }]);
    const guess = new URL(server.url('overlap'));
    guess.password = 'guess';
    await expect(ask(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    guess.password = '';
    await expect(ask(guess.href, 'select 1')).rejects.toThrow(/password/);
  });

  test('keeps its password where only the owner can read it', () => {
    const secrets = path.join(folder, 'secrets');
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(secrets)) expect(statSync(path.join(secrets, name)).mode & 0o777).toBe(0o600);
  });

  test('is adopted by a second start, and stopped when the last user leaves', async () => {
    const first = await start();
    const second = await start();
    expect([second.port, second.how]).toEqual([first.port, 'already running']);
    await first.release();
    expect(findPostmaster(dataDir)).not.toBeNull();
    await second.release();
    expect(findPostmaster(dataDir)).toBeNull();
    expect(existsSync(path.join(dataDir, 'postmaster.pid'))).toBe(false);
  });

  test('kept running outlives its users', async () => {
    (await start()).keep();
    await (await start()).release();
    expect(findPostmaster(dataDir)).not.toBeNull();
  });

  test('starts again at once after kill -9, with what was committed', async () => {
    const server = await start();
    const url = await ensureDatabase(server, 'overlap');
    await ask(url, 'create table kept as select 42 as answer');
    process.kill(findPostmaster(dataDir)?.pid ?? 0, 'SIGKILL');
    const again = await start();
    expect(await ask(again.url('overlap'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
