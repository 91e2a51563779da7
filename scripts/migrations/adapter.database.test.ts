import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMigrationAdapter } from './adapter.ts';

const databaseUrl = process.env.DATABASE_URL ?? '';

describe('a script of the schema engine', () => {
  const client = new pg.Client({ connectionString: databaseUrl });
  const factory = openMigrationAdapter(databaseUrl);
  let adapter: SqlDriverAdapter;

  beforeAll(async () => {
    await client.connect();
    adapter = await factory.connect();
  });

  beforeEach(() => client.query('drop table if exists migration_probe; drop function if exists migration_probe()'));

  afterAll(async () => {
    await client.query('drop table if exists migration_probe; drop function if exists migration_probe()');
    await factory.close();
    await client.end();
  });

  test('may have semicolons inside $$ bodies', async () => {
    await adapter.executeScript(
      'create function migration_probe() returns int language plpgsql as $$ begin perform 1; return 2; end; $$;',
    );
    expect((await client.query('select migration_probe() as answer')).rows).toEqual([{ answer: 2 }]);
  });

  test('is applied whole or not at all', async () => {
    await expect(adapter.executeScript('create table migration_probe (id int); select 1 / 0;')).rejects.toThrow();
    expect((await client.query("select to_regclass('migration_probe') as found")).rows).toEqual([{ found: null }]);
  });
});
