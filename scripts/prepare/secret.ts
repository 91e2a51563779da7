// Random secrets that are made once and kept in the data folder, readable by the owner only.
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inData } from '../project.mjs';

const folder = inData('secrets');

/** The secret of this name if it was made before. */
export function findSecret(name: string): string | null {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** The secret of this name; made on first use. Two processes that ask at once get the same one. */
export function getSecret(name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = path.join(folder, `.${name}.${process.pid}`);
  if (findSecret(name) === null) {
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
    try {
      linkSync(draft, path.join(folder, name)); // unlike a rename, fails when another process was first
    } catch (error) {
      if (findSecret(name) === null) throw error;
    } finally {
      rmSync(draft);
    }
  }
  return findSecret(name) as string;
}
