// The pinned Python wheels (Django and what it needs), as files for an interpreter. zipimport reads them as they are.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImageKind } from './image.ts';

const lockFile = path.join(import.meta.dirname, '../python/wheels.lock.json');

const DJANGO = ['django', 'asgiref', 'sqlparse'];

/** Which of the pinned wheels an image is made of. */
function isPartOf(kind: ImageKind, wheel: string): boolean {
  return DJANGO.includes(wheel) ? kind.startsWith('django') || kind === 'judge' : kind.endsWith('-clients');
}

/** {path in the interpreter: bytes} of an image's wheels. Throws when one is missing: the set-up fetches them. */
export function readWheels(folder: string, kind: ImageKind): Record<string, Uint8Array> {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8')) as { name: string; file: string }[];
  const files = lock.filter(({ name }) => isPartOf(kind, name)).map(({ file }) => file);
  return Object.fromEntries(files.map((file) => [`/overlap/wheels/${file}`, readFileSync(path.join(folder, file))]));
}
