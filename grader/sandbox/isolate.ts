// Makes a bare isolate with Emscripten's glue and our inside scripts in it. The only importer of isolated-vm besides
// interpreter.ts. What goes into an isolate: bytes, and one callback. Nothing else of Node is reachable from there.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ivm from 'isolated-vm';
import type { Engine } from './engine.ts';

const insideFolder = path.join(import.meta.dirname, 'inside');
const inside = (name: string) => `(() => {${readFileSync(path.join(insideFolder, name), 'utf8')}\n})()`;

/** What is run in every isolate, in order. */
export const INSIDE_SCRIPTS = ['shims.js', 'file-system.js', 'clear-memory.js', 'stacks.js', 'interpreter.js'] as const;

/** Read when this file is: a process may give up its right to read afterwards. */
const scripts = INSIDE_SCRIPTS.map((filename) => ({
  filename,
  code: inside(filename),
}));

/** What V8 made of a loader's text, for the isolates after the first one. */
const compiled = new WeakMap<Engine, ivm.ExternalCopy<ArrayBuffer>>();

export interface IsolateOptions {
  readonly engine: Engine;
  /** Limit of the JavaScript heap. WebAssembly memory is limited separately, inside. */
  readonly heapMb: number;
  readonly maxMessageBytes: number;
  /** Answers a request; '' when there is no answer yet, which it may say only where that can be waited for. */
  readonly host: (body: string, mayPark: boolean) => string;
}

/** An isolate in which `overlapBoot` and its relatives are defined, with the parts of the engine as globals. */
export function makeIsolate(options: IsolateOptions): { isolate: ivm.Isolate; context: ivm.Context } {
  const { engine } = options;
  const isolate = new ivm.Isolate({ memoryLimit: options.heapMb });
  const context = isolate.createContextSync();
  const { global } = context;
  global.setSync('overlapMaxMessage', options.maxMessageBytes);
  global.setSync('overlapHost', new ivm.Callback(options.host));
  global.setSync('overlapWasm', new ivm.ExternalCopy(engine.wasm).copyInto());
  global.setSync('overlapStdlib', new ivm.ExternalCopy(engine.stdlib).copyInto());
  for (const { filename, code } of scripts) context.evalSync(code, { filename });
  const cachedData = compiled.get(engine);
  const loader: ivm.Module & { cachedData?: ivm.ExternalCopy<ArrayBuffer> } = isolate.compileModuleSync(engine.loader, {
    filename: 'file:///loader.mjs',
    ...(cachedData ? { cachedData } : { produceCachedData: true }),
  });
  // isolated-vm gives it, its type declarations do not name it.
  if (!cachedData && loader.cachedData) compiled.set(engine, loader.cachedData);
  loader.instantiateSync(context, () => {
    throw new Error('the loader imports nothing');
  });
  loader.evaluateSync();
  global.setSync('overlapCreateModule', loader.namespace.getSync('default', { reference: true }).derefInto());
  return { isolate, context };
}
