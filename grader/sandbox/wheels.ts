// The pinned Python wheels (Django and what it needs), as files for an interpreter. zipimport reads them as they are.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImageKind } from './image.ts';

const lock = JSON.parse(readFileSync(path.join(import.meta.dirname, '../python/wheels.lock.json'), 'utf8')) as {
  name: string;
  file: string;
}[];

const DJANGO = ['django', 'asgiref', 'sqlparse'];

/** Which of the pinned wheels an image is made of. */
function isPartOf(kind: ImageKind, wheel: string): boolean {
  return DJANGO.includes(wheel) ? kind.startsWith('django') || kind === 'judge' : kind.endsWith('-clients');
}

/** An image's wheels: their paths in the interpreter, and the names of their files. */
export function wheelsOf(kind: ImageKind): { inside: string; file: string }[] {
  return lock
    .filter(({ name }) => isPartOf(kind, name))
    .map(({ file }) => ({ inside: `/overlap/wheels/${file}`, file }));
}

/** {path in the interpreter: bytes} of them. Throws when one is missing: the set-up fetches them. */
export function readWheels(folder: string, kind: ImageKind): Record<string, Uint8Array> {
  const missing = wheelsOf(kind).filter(({ file }) => !existsSync(path.join(folder, file)));
  if (missing.length > 0)
    throw new Error(
      `${missing.map(({ file }) => file).join(', ')} not in ${folder}: any npm command, such as npm start, fetches it`,
    );
  return Object.fromEntries(wheelsOf(kind).map(({ inside, file }) => [inside, readFileSync(path.join(folder, file))]));
}
