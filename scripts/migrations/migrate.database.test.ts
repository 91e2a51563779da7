import { expect, test } from 'vitest';
import { deployMigrations, describeDatabase, findSchemaChange } from './migrate.ts';

const databaseUrl = process.env.DATABASE_URL ?? '';

test('the committed migrations lead to the schema of prisma/schema.prisma', async () => {
  expect(await findSchemaChange(databaseUrl)).toBeNull();
});

test('a database that has all migrations stays as it is, also when four processes migrate at once', async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => deployMigrations(databaseUrl)));
  expect(applied.flat()).toEqual([]);
  expect(await describeDatabase(databaseUrl)).toEqual({ missing: [], unknown: [], edited: [], failed: [] });
});
