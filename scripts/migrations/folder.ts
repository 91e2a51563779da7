// prisma/schema.prisma and prisma/migrations as files. Each migration keeps, beside its migration.sql, the schema it
// leads to; the next migration is the difference between that and the schema of now, so writing one needs no database.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { inRoot } from '../project.mjs';

const folder = inRoot('prisma', 'migrations');
const lockFile = path.join(folder, 'migration_lock.toml');

export const schemaPath = inRoot('prisma', 'schema.prisma');

export function readSchema(): string {
  return readFileSync(schemaPath, 'utf8');
}

/** Names of all migrations, oldest first. */
export function listMigrations(): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The schema after the last migration, or null before the first. */
export function findLastSchema(): { path: string; content: string } | null {
  const last = listMigrations().at(-1);
  if (last === undefined) return null;
  const file = path.join(folder, last, 'schema.prisma');
  return { path: file, content: readFileSync(file, 'utf8') };
}

/** All migrations in the form the schema engine wants. */
export function readMigrationsList(): MigrationList {
  return {
    baseDir: folder,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : null },
    migrationDirectories: listMigrations().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** Adds a migration and answers its folder. */
export function writeMigration(title: string, sql: string): string {
  const instant = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const target = path.join(folder, `${instant}_${title}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'migration.sql'), sql);
  writeFileSync(path.join(target, 'schema.prisma'), readSchema());
  writeFileSync(lockFile, 'provider = "postgresql"\n');
  return target;
}
