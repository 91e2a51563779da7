// The engine: CPython's WebAssembly module and the loader for it, made once from Pyodide's files for interpreters that
// start from an image, and kept next to the images.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const pyodideFolder = path.dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));

/** What an interpreter is started with; shared by all interpreters of a process. */
export interface Engine {
  /** A script that defines overlapCreateModule, which makes an interpreter. */
  readonly loader: string;
  /** CPython. V8 makes machine code of it once for all isolates that are given it. */
  readonly module: WebAssembly.Module;
  readonly stdlib: SharedArrayBuffer;
}

/** A copy of bytes that many isolates can read without copying them again. */
export function shareBytes(bytes: Uint8Array): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(shared).set(bytes);
  return shared;
}

/** One of Pyodide's files. */
export function pyodideFile(name: string): NonSharedBuffer {
  return readFileSync(path.join(pyodideFolder, name));
}

const loaderPath = (folder: string, version: string) => path.join(folder, `engine-${version}.js`);
const wasmPath = (folder: string, version: string) => path.join(folder, `engine-${version}.wasm`);

/** What names the engine made from these files: 16 hexadecimal digits. */
export function engineVersion(): string {
  const hash = createHash('sha256').update(pyodideFile('package.json'));
  for (const name of ['engine.ts', 'build-engine.ts', 'lean-glue.ts', 'lean-wasm.ts'])
    hash.update(readFileSync(path.join(import.meta.dirname, name)));
  return hash.digest('hex').slice(0, 16);
}

export function hasEngine(folder: string, version: string): boolean {
  return existsSync(loaderPath(folder, version)) && existsSync(wasmPath(folder, version));
}

/** Writes an engine and removes older ones. */
export function writeEngine(folder: string, version: string, loader: string, wasm: Uint8Array): void {
  for (const [target, bytes] of [
    [wasmPath(folder, version), wasm],
    [loaderPath(folder, version), loader],
  ] as const) {
    writeFileSync(target + '.part', bytes);
    renameSync(target + '.part', target);
  }
  for (const name of readdirSync(folder))
    if (name.startsWith('engine-') && !name.startsWith(`engine-${version}.`)) rmSync(path.join(folder, name));
}

const engines = new Map<string, Engine>();

/** The engine of this version, read once per process. Throws when it is not there. */
export function readEngine(folder: string, version: string): Engine {
  const key = path.join(folder, version);
  const known = engines.get(key);
  if (known) return known;
  const engine = {
    loader: readFileSync(loaderPath(folder, version), 'utf8'),
    module: new WebAssembly.Module(readFileSync(wasmPath(folder, version))),
    stdlib: shareBytes(pyodideFile('python_stdlib.zip')),
  };
  engines.set(key, engine);
  return engine;
}
