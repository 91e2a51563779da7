// Interpreter images on disk: the memory of a booted CPython with its modules loaded, and how to enter it.
// The file is trusted: it is built on this machine from hash-checked parts, and read only by the grader.
import { closeSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readEngine, shareBytes, type Engine } from './engine.ts';

const MAX_HEADER_BYTES = 256 * 1024;

/** All but `judge`, which is for scenarios, are for submissions; `-clients` have those of HTTP and databases. */
export const IMAGE_KINDS = ['python', 'django', 'judge', 'python-clients', 'django-clients'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

export interface ImageHeader {
  readonly kind: ImageKind;
  /** Hash over everything that went into the image: a changed part means another image. */
  readonly contentHash: string;
  /** Address of the Python function that the host calls. */
  readonly entryAddress: number;
  readonly memoryBytes: number;
  /** [start, length] of the stretches of linear memory that the file holds, in order; all else is zero. */
  readonly runs: readonly (readonly [number, number])[];
  /** The module's own variables, its stack pointer for one, by the names of their exports. */
  readonly variables: Readonly<Record<string, number>>;
  /** Which engine it is started with. */
  readonly engineVersion: string;
  readonly pythonVersion: string;
}

export interface Image extends ImageHeader {
  readonly memory: SharedArrayBuffer;
  readonly engine: Engine;
}

export function imagePath(folder: string, kind: ImageKind): string {
  return path.join(folder, `${kind}.image`);
}

/** Writes header and memory so that a reader never sees half a file. */
export function writeImage(folder: string, header: ImageHeader, memory: Uint8Array): void {
  const head = Buffer.from(JSON.stringify(header) + '\n');
  const target = imagePath(folder, header.kind);
  writeFileSync(target + '.part', Buffer.concat([head, memory]));
  renameSync(target + '.part', target);
}

/** The header and its size alone, or null when there is no readable image. */
export function findImageHeader(folder: string, kind: ImageKind): { header: ImageHeader; headerBytes: number } | null {
  try {
    const file = openSync(imagePath(folder, kind), 'r');
    try {
      // The header lists some dozens of runs; the tens of megabytes behind it are not looked at.
      const start = Buffer.alloc(MAX_HEADER_BYTES);
      const length = readSync(file, start, 0, start.length, 0);
      return headerOf(start.subarray(0, length));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/** Throws when the image or its engine is missing or unreadable. */
export function readImage(folder: string, kind: ImageKind): Image {
  const bytes = readFileSync(imagePath(folder, kind));
  const { header, headerBytes } = headerOf(bytes);
  return {
    ...header,
    memory: shareBytes(bytes.subarray(headerBytes)),
    engine: readEngine(folder, header.engineVersion),
  };
}

/** The header line that a file begins with, and its size with the line's end. Throws when it is not there. */
function headerOf(bytes: Buffer): { header: ImageHeader; headerBytes: number } {
  const end = bytes.indexOf(10);
  return { header: JSON.parse(bytes.toString('utf8', 0, end)) as ImageHeader, headerBytes: end + 1 };
}
