// The three things we do with migrations: apply them, write the next one, say where a database stands.
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import {
  findLastSchema,
  listMigrations,
  readMigrationsList,
  readSchema,
  schemaPath,
  writeMigration,
} from './folder.ts';
import { withSchemaEngine } from './engine.ts';

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** Applies every migration that is missing, each in one transaction. Safe to run from several processes at once. */
export async function deployMigrations(databaseUrl: string): Promise<string[]> {
  const input = { migrationsList: readMigrationsList(), filters: NO_FILTERS };
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) => engine.applyMigrations(input));
  return appliedMigrationNames;
}

/**
 * The SQL from the last migration's schema to the schema of now; null when they are the same. Only files are compared,
 * but the engine asks a database for its version first.
 */
export async function findSchemaChange(databaseUrl: string): Promise<string | null> {
  const last = findLastSchema();
  const from: DiffTarget = last === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [last] };
  const to: DiffTarget = { tag: 'schemaDatamodel', files: [{ path: schemaPath, content: readSchema() }] };
  const input = { from, to, script: true, exitCode: true, filters: NO_FILTERS };
  const result = await withSchemaEngine(databaseUrl, (engine) => engine.diff(input));
  return result.exitCode === 0 ? null : result.stdout;
}

/** Writes the next migration and answers its folder; null when the schema has not changed. */
export async function addMigration(databaseUrl: string, title: string): Promise<string | null> {
  const sql = await findSchemaChange(databaseUrl);
  return sql === null ? null : writeMigration(title, sql);
}

export interface MigrationStatus {
  /** In this checkout, not in the database. */
  missing: string[];
  /** In the database, not in this checkout. */
  unknown: string[];
  /** Changed after they were applied. */
  edited: string[];
  failed: string[];
}

export async function describeDatabase(databaseUrl: string): Promise<MigrationStatus> {
  const input = { migrationsList: readMigrationsList(), optInToShadowDatabase: false, filters: NO_FILTERS };
  const found = await withSchemaEngine(databaseUrl, (engine) => engine.diagnoseMigrationHistory(input));
  const history = found.history;
  const behind =
    history !== null && history.diagnostic !== 'migrationsDirectoryIsBehind' ? history.unappliedMigrationNames : [];
  const ahead = history !== null && history.diagnostic !== 'databaseIsBehind' ? history.unpersistedMigrationNames : [];
  return {
    missing: found.hasMigrationsTable ? behind : listMigrations(),
    unknown: ahead,
    edited: found.editedMigrationNames,
    failed: found.failedMigrationNames,
  };
}
