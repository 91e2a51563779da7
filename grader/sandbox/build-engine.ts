// Makes the engine from Pyodide's files: for booting cold, which happens only while images are built, and for starting
// from an image.
import { pyodideFile, shareBytes, type Engine } from './engine.ts';
import { leanGlue } from './lean-glue.ts';
import { leanWasm, withVariables } from './lean-wasm.ts';

/** What the loader and our own code inside take from CPython by name. */
const OURS = [
  'PyObject_CallNoArgs',
  'PyEval_RestoreThread',
  'PyEval_SaveThread',
  'PyInterpreterState_Main',
  'PyInterpreterState_ThreadHead',
  'PyThreadState_Clear',
  'PyThreadState_DeleteCurrent',
  'PyThreadState_New',
  'PyUnstable_ThreadState_SetStackProtection',
  'Py_DecRef',
  'PyErr_Clear',
  'malloc',
  'emscripten_stack_get_current',
  '_emscripten_stack_restore',
];

/**
 * What CPython may ask of its surroundings: files, clocks, memory, the end. Whatever else its WebAssembly module imports
 * (running JavaScript, loading code, what Pyodide's own layer is made of) is refused by one function that throws.
 */
const ALLOWED = [
  /^__syscall_/,
  /^(fd|clock|environ)_/,
  /^(proc_exit|random_get|exit|_abort_js|__assert_fail|__call_sighandler|_setitimer_js)$/,
  /^_(tzset|timegm|mktime|localtime|gmtime|mmap|munmap|msync)_js$/,
  /^emscripten_(get_now|date_now|resize_heap|get_heap_max|runtime_keepalive_push|runtime_keepalive_pop)$/,
  /^_emscripten_(get_progname|lookup_name|runtime_keepalive_clear)$/,
  /^get(addrinfo|nameinfo|protobyname)$/,
  /^_Py_(emscripten_runtime|CheckEmscriptenSignals_Helper)$/,
  /^_(maybe|try)_(connect|recvfrom|sendto|poll|fcntl64|shutdown)(_async)?$/,
];

/** The loader and the module for starting from an image. */
export function buildEngine(): { loader: string; wasm: Uint8Array } {
  const original = pyodideFile('pyodide.asm.wasm');
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(original));
  const glue = leanGlue(pyodideFile('pyodide.asm.mjs').toString('utf8'), {
    imports,
    isAllowed: (name) => ALLOWED.some((pattern) => pattern.test(name)),
    exports: OURS,
  });
  return { loader: glue.text, wasm: leanWasm(original, new Set(glue.exports)) };
}

/** A module's text as a script that means the same; scripts alone may be kept compiled by isolated-vm. */
const asScript = (glue: string) =>
  "'use strict';" +
  glue
    .replaceAll('import.meta.url', "'file:///loader.js'")
    .replace(/export default (\w+);\s*$/, 'globalThis.overlapCreateModule = $1;');

/** Pyodide's own, for booting cold. */
export function coldEngine(): Engine {
  return {
    loader: asScript(pyodideFile('pyodide.asm.mjs').toString('utf8')),
    module: new WebAssembly.Module(new Uint8Array(withVariables(pyodideFile('pyodide.asm.wasm')))),
    stdlib: shareBytes(pyodideFile('python_stdlib.zip')),
  };
}
