// Makes a bare isolate with Emscripten's glue and our inside scripts in it. The only importer of isolated-vm besides
// interpreter.ts. What goes into an isolate: bytes, and one callback. Nothing else of Node is reachable from there.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
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

/**
 * Kilobytes of the native stack for isolates made from here on, of the 8 MB that a thread has. How much a call in
 * WebAssembly takes depends on which of V8's compilers has come to it; with V8's own 984 KB that decides whether an
 * endless recursion meets Python's limit (an exception) or the stack's end (which kills the interpreter).
 */
const STACK_KB = 3_900;
setFlagsFromString(`--stack-size=${STACK_KB}`);

/** What V8 has compiled of a text, for the isolates after the first one. */
const compiled = new Map<string, ivm.ExternalCopy<ArrayBuffer>>();

/** Modules in the form in which isolates take them. */
const modules = new WeakMap<Engine, ivm.ExternalCopy<WebAssembly.Module>>();

function moduleOf(engine: Engine): ivm.ExternalCopy<WebAssembly.Module> {
  const copy = modules.get(engine) ?? new ivm.ExternalCopy(engine.module);
  modules.set(engine, copy);
  return copy;
}

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
  global.setSync('overlapWasm', moduleOf(engine).copyInto());
  global.setSync('overlapStdlib', new ivm.ExternalCopy(engine.stdlib).copyInto());
  for (const { filename, code } of [...scripts, loaderOf(engine)]) {
    const cachedData = compiled.get(code);
    const script = isolate.compileScriptSync(code, { filename, ...(cachedData && { cachedData }) });
    script.runSync(context, { release: true });
  }
  return { isolate, context };
}

const loaderOf = (engine: Engine) => ({ filename: 'loader.js', code: engine.loader });

/**
 * Keeps what V8 has compiled of our scripts in this isolate by now, so that the next ones need not compile it. Only for
 * an isolate in which no submission has run.
 */
export function keepCompiled(isolate: ivm.Isolate, engine: Engine): void {
  for (const { filename, code } of [...scripts, loaderOf(engine)]) {
    if (compiled.has(code)) continue;
    // V8 finds the script that has run; its functions are compiled when they are first called.
    const script: ivm.Script & { cachedData?: ivm.ExternalCopy<ArrayBuffer> } = isolate.compileScriptSync(code, {
      filename,
      produceCachedData: true,
    });
    if (script.cachedData) compiled.set(code, script.cachedData);
  }
}
