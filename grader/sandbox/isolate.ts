// Makes a bare isolate with Emscripten's glue and our inside scripts in it. The only importer of isolated-vm besides
// interpreter.ts. What goes into an isolate: bytes, and one callback. Nothing else of Node is reachable from there.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ivm from 'isolated-vm';
import { stripExports, stripGlue, usedExports } from './strip-exports.ts';

const pyodideFolder = path.dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
const insideFolder = path.join(import.meta.dirname, 'inside');

/** A copy of bytes that many isolates can read without copying them again. */
export function shareBytes(bytes: Uint8Array): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(shared).set(bytes);
  return shared;
}

/** The files every isolate needs, read once per process. */
function readParts() {
  const file = (name: string) => readFileSync(path.join(pyodideFolder, name));
  const inside = (name: string) => `(() => {${readFileSync(path.join(insideFolder, name), 'utf8')}\n})()`;
  const glue = file('pyodide.asm.mjs').toString('utf8');
  const isUsed = usedExports(glue);
  return {
    glue: stripGlue(glue, isUsed),
    wasm: new ivm.ExternalCopy(shareBytes(stripExports(file('pyodide.asm.wasm'), isUsed))),
    stdlib: new ivm.ExternalCopy(shareBytes(file('python_stdlib.zip'))),
    shims: inside('shims.js'),
    fileSystem: inside('file-system.js'),
    interpreter: inside('interpreter.js'),
  };
}

let parts: ReturnType<typeof readParts> | null = null;

/** Reads from disk what isolates are made of, so that a process may give up its right to read afterwards. */
export function loadIsolateParts(): void {
  parts ??= readParts();
}
let compiledGlue: ivm.ExternalCopy<ArrayBuffer> | undefined;

export interface IsolateOptions {
  /** Limit of the JavaScript heap. WebAssembly memory is limited separately, inside. */
  readonly heapMb: number;
  readonly maxMessageBytes: number;
  readonly host: (body: string) => string;
}

/** An isolate in which `overlapBoot` and its relatives are defined, with the large inputs as globals W, S. */
export function makeIsolate(options: IsolateOptions): { isolate: ivm.Isolate; context: ivm.Context } {
  parts ??= readParts();
  const isolate = new ivm.Isolate({ memoryLimit: options.heapMb });
  const context = isolate.createContextSync();
  const { global } = context;
  global.setSync('overlapMaxMessage', options.maxMessageBytes);
  global.setSync('overlapHost', new ivm.Callback(options.host));
  global.setSync('overlapWasm', parts.wasm.copyInto());
  global.setSync('overlapStdlib', parts.stdlib.copyInto());
  context.evalSync(parts.shims, { filename: 'shims.js' });
  context.evalSync(parts.fileSystem, { filename: 'file-system.js' });
  context.evalSync(parts.interpreter, { filename: 'interpreter.js' });
  const glue = isolate.compileModuleSync(parts.glue, {
    filename: 'file:///pyodide.asm.mjs',
    ...(compiledGlue ? { cachedData: compiledGlue } : { produceCachedData: true }),
  });
  // isolated-vm gives it, its type declarations do not name it.
  compiledGlue ??= (glue as ivm.Module & { cachedData?: ivm.ExternalCopy<ArrayBuffer> }).cachedData;
  glue.instantiateSync(context, () => {
    throw new Error('the glue imports nothing');
  });
  glue.evaluateSync();
  global.setSync('overlapCreateModule', glue.namespace.getSync('default', { reference: true }).derefInto());
  return { isolate, context };
}
