// The pinned Python wheels (Django and what it needs), as files for an interpreter. zipimport reads them as they are.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const lockFile = path.join(import.meta.dirname, '../python/wheels.lock.json');

/** {path in the interpreter: bytes} of the pinned wheels. Throws when one is missing: the set-up fetches them. */
export function readWheels(folder: string): Record<string, Uint8Array> {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8')) as { file: string }[];
  return Object.fromEntries(lock.map(({ file }) => [`/overlap/wheels/${file}`, readFileSync(path.join(folder, file))]));
}
