// Runs inside a bare isolate after shims.js. Boots CPython (cold, or from an image), and is the only way in and out:
// the host calls enter(message); Python calls the host through one character device, so that no JavaScript object is
// ever visible from Python. Trusts nothing that comes from Python. Must never grow a second door.
'use strict';

const silent = () => undefined;
const DEVICE_PATH = '/dev/overlap';
const PAGE_BYTES = 65536;

const { SCRATCH_PATH, guardFileSystem, captureDescriptors, restoreDescriptors, writeShared, emptyScratch } =
  globalThis.overlapFileSystem;
delete globalThis.overlapFileSystem;
const makeClearer = globalThis.overlapClearer;
delete globalThis.overlapClearer;
const stacks = globalThis.overlapStacks;
delete globalThis.overlapStacks;

/** Which resource the interpreter ran out of, told to the host; it decides what that means. */
let exhausted = null;
let memoryLimitPages = 65536;
const originalGrow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function grow(pages) {
  if (this.buffer.byteLength / PAGE_BYTES + pages > memoryLimitPages) {
    exhausted ??= 'memory';
    throw new RangeError('memory limit');
  }
  return Reflect.apply(originalGrow, this, [pages]);
};

let Module;
let requestChunks = [];
/** Requests that were written and not yet read the answer of. A finalizer may ask between the two, and reads first. */
let requests = [];
const MAX_REQUESTS = 50;
let response = new Uint8Array(0);
let responseOffset = 0;

/** The bytes of a pure-ASCII string; the bridge's JSON is ASCII on purpose. */
function asciiBytes(text) {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function asciiText(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode.apply(null, bytes.subarray(i, i + 8192));
  return text;
}

/** A frame on the device is eight hexadecimal digits (the length), then the body. */
function setResponse(text) {
  response = asciiBytes(text.length.toString(16).padStart(8, '0') + text);
  responseOffset = 0;
}

/** Every answer of the host begins with the virtual time in nanoseconds, how many milliseconds the wall clock was moved
 * where it was, and a bar. */
function takeAnswer(text) {
  const bar = text.indexOf('|');
  const [nowNs, shiftMs = '0'] = text.slice(0, bar).split(' ');
  globalThis.overlapNowNs = Number(nowNs);
  globalThis.overlapWallShiftMs = Number(shiftMs);
  setResponse(text.slice(bar + 1));
}

/** What Python handed over with its last write, or null when it has not written a whole frame. */
let lastFrame = null;
const deviceOps = {
  open() {},
  close() {},
  llseek() {
    throw new Module.FS.ErrnoError(70);
  },
  write(stream, heap, offset, length) {
    requestChunks.push(asciiText(new Uint8Array(heap.buffer, offset, length)));
    const text = requestChunks.join('');
    if (text.length > globalThis.overlapMaxMessage + 16) {
      requestChunks = [];
      exhausted ??= 'messages';
      throw new Module.FS.ErrnoError(29);
    }
    const announced = Number.parseInt(text.slice(1, 9), 16);
    if (text.length < 9 || text.length - 9 < announced) return length;
    requestChunks = [];
    const body = text.slice(9, 9 + announced);
    // 'q' asks the host, once the answer is read; 'r' is the result of the call that is running.
    if (text[0] !== 'q') lastFrame = body;
    else if (requests.push(body) > MAX_REQUESTS) {
      exhausted ??= 'messages';
      throw new Module.FS.ErrnoError(29);
    }
    return length;
  },
  read(stream, heap, offset, length) {
    askHost(false);
    const part = response.subarray(responseOffset, responseOffset + length);
    // Not through `heap`: while the host answered, a nested call may have made the memory larger, and another one.
    new Uint8Array(Module.HEAPU8.buffer, offset, part.length).set(part);
    responseOffset += part.length;
    return part.length;
  },
};

/** Sends the request that was written last, when one was. True when its answer is not there yet and may be waited for. */
function askHost(mayPark) {
  if (requests.length === 0 || responseOffset < response.length) return false;
  const answer = globalThis.overlapHost(requests.pop(), mayPark);
  if (answer === '') return true;
  takeAnswer(answer);
  return false;
}

function mustWait(fd) {
  return Module.FS.streams[fd]?.stream_ops?.read === deviceOps.read && askHost(stacks.mayPark);
}

let isPristine = true; // nothing has run since the last reset
let pristine = null; // what reset() writes back: memory, descriptors
let memoryOfInstance = null;
let variables = []; // [name, WebAssembly.Global] of the module's own: its stack pointer, for one

/** Errors of Pyodide's JavaScript layer, which is never started; its constructors want some all the same. */
function standInForErrors(env) {
  const marker = Symbol('error marker');
  env.Jsv_GetError_import = () => marker;
  env.JsvError_Check = (value) => value === marker;
}

/**
 * Boots CPython. `parts`: module (WebAssembly.Module), stdlib (Uint8Array), files ({path: Uint8Array}), image (Uint8Array or
 * null: cold), runs (where its bytes go), memoryBytes and variables (of the image), memoryLimitBytes, clearsUnused,
 * createModule (Emscripten's factory when cold, else the loader made from it, which allows only what CPython needs).
 */
globalThis.overlapBoot = async (parts) => {
  memoryLimitPages = Math.floor(parts.memoryLimitBytes / PAGE_BYTES);
  const settings = {
    noImageDecoding: true,
    noAudioDecoding: true,
    noWasmDecoding: true,
    arguments: [],
    thisProgram: '/bin/python3',
    API: { config: { jsglobals: {}, env: {} }, runtimeEnv: {}, lockFilePromise: new Promise(() => {}) },
    print() {},
    printErr() {},
    locateFile: (file) => '/' + file,
    noInitialRun: parts.image !== null,
    instantiateWasm(imports, receive) {
      if (parts.image === null) standInForErrors(imports.env);
      const wasi = imports.wasi_snapshot_preview1;
      if (parts.suspends) wasi.fd_read = stacks.suspending(wasi.fd_read, mustWait);
      const { module } = parts;
      const instance = new WebAssembly.Instance(module, imports);
      memoryOfInstance = instance.exports.memory;
      variables = Object.entries(instance.exports).filter(([name]) => name.startsWith('overlapVariable'));
      // All function addresses the module asks for are of graphics and console functions. Emscripten would compile a
      // little module for each; a number stands for an address that is never called.
      if (parts.image === null)
        for (const { module: from, name } of WebAssembly.Module.imports(module))
          if (from === 'GOT.func') imports.env[name] = 1;
      receive(instance, module);
      return {};
    },
    preRun: [
      (module) => {
        const { FS } = module;
        FS.mkdirTree('/lib/python3.14/site-packages');
        FS.mkdirTree('/lib/python3.14/lib-dynload');
        FS.mkdirTree('/home/student');
        FS.mkdirTree(SCRATCH_PATH);
        writeShared(FS, '/lib/python314.zip', parts.stdlib);
        for (const [path, bytes] of Object.entries(parts.files)) {
          FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
          writeShared(FS, path, bytes);
        }
        Object.assign(module.ENV, { HOME: '/home/student', PYTHONINSPECT: '1', PYTHONHASHSEED: '0', TZ: 'UTC' });
        const device = FS.makedev(64, 0);
        FS.registerDevice(device, deviceOps);
        FS.mkdev(DEVICE_PATH, device);
        FS.chdir(SCRATCH_PATH);
      },
    ],
  };
  Module = await parts.createModule(settings);
  const { FS } = Module;
  // Output goes through Python's own streams; what is written past them is dropped, not collected.
  Module.TTY.default_tty_ops.put_char = silent;
  Module.TTY.default_tty1_ops.put_char = silent;
  const descriptor = FS.open(DEVICE_PATH, 2);
  if (parts.image !== null) {
    if (parts.memoryBytes > Module.HEAPU8.length) Module.growMemory(parts.memoryBytes);
    writeRuns(parts.image, parts.runs);
    Module.placeTrampoline();
    setVariables(parts.variables);
  }
  guardFileSystem(FS);
  if (parts.image !== null) {
    // Nothing of ours needs it from here on, and Emscripten would hand it what Python says.
    for (const make of [function () {}, async function () {}, function* () {}, async function* () {}])
      delete Object.getPrototypeOf(make).constructor;
    globalThis.eval = undefined;
    globalThis.Function = undefined;
    stacks.attach(Module, parts.suspends);
    pristine = {
      clear: parts.clearsUnused ? makeClearer(memoryOfInstance) : null,
      memory: parts.image,
      runs: parts.runs,
      changed: NOTHING,
      streams: captureDescriptors(FS),
      variables: parts.variables,
    };
  }
  return descriptor.fd;
};

/** Runs Python source; only used while an image is built. Returns 0 or -1. */
globalThis.overlapRunSource = (source) => {
  const bytes = new TextEncoder().encode(source + '\0');
  const pointer = Module._malloc(bytes.length);
  Module.HEAPU8.set(bytes, pointer);
  const result = Module._PyRun_SimpleString(pointer);
  Module._free(pointer);
  return result;
};

const NOTHING = { memory: new Uint8Array(0), runs: [] };

/** Copying so much costs less than another run. */
const SMALLEST_GAP_BYTES = 8192;

/** The pages of the linear memory that are not as in `base`, one after the other, and where each run of them starts. */
function memoryUnlike(base) {
  const words = new BigUint64Array(Module.HEAPU8.buffer);
  const known = new BigUint64Array(base.memory.buffer);
  const places = new Int32Array(words.length / 512).fill(-1);
  let place = 0;
  for (const [start, length] of base.runs)
    for (let page = start / 4096; page < (start + length) / 4096; page++, place += 512) places[page] = place;
  const runs = [];
  places.forEach((from, page) => {
    const at = page * 512;
    let index = 0;
    while (index < 512 && words[at + index] === (from < 0 ? 0n : known[from + index])) index++;
    if (index === 512) return;
    const last = runs.at(-1);
    if (last && page * 4096 - last[0] - last[1] <= SMALLEST_GAP_BYTES) last[1] = (page + 1) * 4096 - last[0];
    else runs.push([page * 4096, 4096]);
  });
  const memory = new Uint8Array(runs.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const [start, length] of runs) {
    memory.set(Module.HEAPU8.subarray(start, start + length), at);
    at += length;
  }
  return { memory, runs };
}

const SMALLEST_WIPED_BYTES = 1024;
/** What the allocator writes before a stretch of memory. */
const HEADER_BYTES = 16;

/** Fills memory that is allocated to nobody with zeros: what modules left behind while they were loaded fills megabytes. */
function wipeFreeMemory() {
  const end = memoryInUse();
  const taken = [];
  for (let size = 1 << 20; size >= SMALLEST_WIPED_BYTES; size = Math.floor(size * 0.9)) {
    let at = Module._malloc(size);
    while (at !== 0 && at + size <= end) {
      taken.push(at);
      Module.HEAPU8.fill(0, at, at + size);
      at = Module._malloc(size);
    }
    if (at === 0) continue;
    // This one reached behind the end, where nothing is but what its own making has left.
    Module._free(at);
    Module.HEAPU8.fill(0, at + HEADER_BYTES, at + size + HEADER_BYTES);
  }
  for (const at of taken) Module._free(at);
}

/** Where the part of the memory ends that CPython has asked for; the lean engine does not tell. */
const memoryInUse = () =>
  Module._emscripten_get_sbrk_ptr ? Module.HEAPU32[Module._emscripten_get_sbrk_ptr() >> 2] : Module.HEAPU8.length;

/** The last act before an image is taken. */
globalThis.overlapDetach = () => {
  Module._PyEval_SaveThread(); // whoever enters takes the thread state
  wipeFreeMemory();
};

/** What an image file keeps: the memory in use, how large the memory must be, and the module's variables. */
globalThis.overlapMemory = () => {
  const { memory, runs } = memoryUnlike(NOTHING);
  const memoryBytes = Math.ceil(memoryInUse() / PAGE_BYTES) * PAGE_BYTES;
  return { memory: memory.buffer, runs, memoryBytes, variables: getVariables() };
};

const getVariables = () => Object.fromEntries(variables.map(([name, variable]) => [name, variable.value]));

/** A call that was cut off in the middle leaves the WebAssembly stack pointer, one of them, where it was. */
function setVariables(values) {
  for (const [name, variable] of variables) variable.value = values[name];
}

/** Puts the bytes of an image where they belong. What lies between the runs is zero. */
function writeRuns(memory, runs) {
  let from = 0;
  for (const [start, length] of runs) {
    Module.HEAPU8.set(memory.subarray(from, from + length), start);
    from += length;
  }
}

/** Calls the Python entry function with a message, on a stack (and, if so, a thread) with this number. */
globalThis.overlapBegin = (id, isThread, entryAddress, text) => {
  isPristine = false;
  lastFrame = null;
  takeAnswer(text);
  stacks.begin(id, isThread, entryAddress);
};

/** Gives a stack that stands still the answer it waits for. */
globalThis.overlapResume = (id, text) => {
  lastFrame = null;
  takeAnswer(text);
  stacks.resume(id);
};

/**
 * What became of it: 'a' and what Python wrote, 'p' when it stands still, 'n' when it wrote nothing, 'x' and the resource
 * it ran out of, and after a bar what it wrote all the same. Throws what cut it off.
 */
globalThis.overlapOutcome = () => {
  if (exhausted !== null) return `x${exhausted}|${lastFrame ?? ''}`;
  if (!stacks.takeEnd()) return 'p';
  return lastFrame === null ? 'n' : 'a' + lastFrame;
};

/** What Python wrote last outside of enter(); only used while an image is built. */
globalThis.overlapLast = () => lastFrame;
/** Makes the present state the one that reset() comes back to: the judge, with its scenarios loaded. */
globalThis.overlapKeep = () => {
  Object.assign(pristine, { changed: memoryUnlike(pristine), variables: getVariables() });
  isPristine = true;
};

/** Gives up every stack that stands still. Before a reset: whatever happens on the way happens to the old memory. */
globalThis.overlapAbandon = () => stacks.abandon();

/** Back to the image: memory, descriptors, files, clock, random source. */
globalThis.overlapReset = (seed) => {
  const { FS } = Module;
  globalThis.overlapNowNs = 0;
  globalThis.overlapWallShiftMs = 0;
  globalThis.overlapSeedRandom(seed);
  if (isPristine) return;
  isPristine = true;
  if (pristine.clear !== null) clearBetweenRuns();
  writeRuns(pristine.memory, pristine.runs);
  writeRuns(pristine.changed.memory, pristine.changed.runs);
  setVariables(pristine.variables);
  stacks.forget();
  restoreDescriptors(FS, pristine.streams);
  emptyScratch(FS);
  FS.currentPath = SCRATCH_PATH;
  exhausted = null;
  requestChunks = [];
  requests = [];
  setResponse('');
};

/** Unused memory can hold what a submission put there past Python. The judge is not cleared: nobody could look. */
function clearBetweenRuns() {
  let end = 0;
  for (const [start, length] of pristine.runs) {
    pristine.clear(end, start);
    end = start + length;
  }
  pristine.clear(end, Module.HEAPU8.length);
}
