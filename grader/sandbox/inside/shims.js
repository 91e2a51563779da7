// Runs inside a bare isolate before anything else. Gives Emscripten's glue the few web globals it asks for, with
// the virtual clock and a seeded random source behind them. Nothing here reaches outside: the isolate has no I/O.
'use strict';
globalThis.self = globalThis;
// Emscripten takes its "web worker" path when these exist; its shell path would call print() and read().
globalThis.WorkerGlobalScope = class WorkerGlobalScope {};
globalThis.navigator = { userAgent: 'Cloudflare-Workers' };
globalThis.location = { href: '/', toString: () => '/' };
globalThis.URL = class URL {
  constructor(path) {
    this.href = String(path);
  }
};
const silent = () => undefined;
globalThis.console = { log: silent, info: silent, debug: silent, warn: silent, error: silent };

/** Virtual nanoseconds since the scenario began; set by every answer of the host. */
globalThis.overlapNowNs = 0;
/** How far somebody has moved the hands of the clock on the wall. */
globalThis.overlapWallShiftMs = 0;
// Two different origins, so that code which takes one clock for the other gets a wrong answer here too.
const MONOTONIC_ORIGIN_MS = 5_000_000;
const WALL_ORIGIN_MS = 1_767_225_600_000; // 2026-01-01T00:00:00Z
globalThis.performance = { now: () => MONOTONIC_ORIGIN_MS + globalThis.overlapNowNs / 1e6 };
/** The date in UTC wherever the machine stands; without arguments the virtual instant. */
globalThis.Date = class UtcDate extends Date {
  constructor(...parts) {
    if (parts.length === 0) super(UtcDate.now());
    else if (parts.length === 1) super(parts[0]);
    else super(Date.UTC(...parts));
  }
  static now() {
    return WALL_ORIGIN_MS + globalThis.overlapWallShiftMs + globalThis.overlapNowNs / 1e6;
  }
  getTimezoneOffset() {
    return 0;
  }
  getYear() {
    return this.getUTCFullYear() - 1900;
  }
};
for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'])
  Date.prototype['get' + part] = Date.prototype['getUTC' + part];

// xorshift32: os.urandom, uuid4 and secrets give the same values in every run of the same scenario and seed.
let randomState = 1;
globalThis.overlapSeedRandom = (seed) => {
  randomState = seed >>> 0 || 1;
};
const nextRandomByte = () => {
  randomState ^= randomState << 13;
  randomState ^= randomState >>> 17;
  randomState ^= randomState << 5;
  return randomState & 0xff;
};
globalThis.crypto = {
  getRandomValues(view) {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    for (let i = 0; i < bytes.length; i++) bytes[i] = nextRandomByte();
    return view;
  },
};
Math.random = () => nextRandomByte() / 256;

// No timers: time passes only on the host. Emscripten schedules none that CPython needs.
globalThis.setTimeout = () => 0;
globalThis.clearTimeout = silent;
globalThis.setInterval = () => 0;
globalThis.clearInterval = silent;

function codePointsToString(points) {
  let text = '';
  for (let i = 0; i < points.length; i += 4096) text += String.fromCodePoint(...points.slice(i, i + 4096));
  return text;
}
globalThis.TextDecoder = class TextDecoder {
  constructor(encoding = 'utf-8') {
    this.encoding = encoding;
  }
  decode(view) {
    if (!view) return '';
    const bytes = ArrayBuffer.isView(view)
      ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
      : new Uint8Array(view);
    const points = [];
    if (this.encoding.startsWith('utf-16')) {
      for (let i = 0; i + 1 < bytes.length; i += 2) points.push(bytes[i] | (bytes[i + 1] << 8));
      return points.map((unit) => String.fromCharCode(unit)).join('');
    }
    for (let i = 0; i < bytes.length;) {
      const lead = bytes[i++];
      if (lead < 0x80) points.push(lead);
      else if (lead < 0xe0) points.push(((lead & 0x1f) << 6) | (bytes[i++] & 0x3f));
      else if (lead < 0xf0) points.push(((lead & 0x0f) << 12) | ((bytes[i++] & 0x3f) << 6) | (bytes[i++] & 0x3f));
      else {
        const point =
          ((lead & 0x07) << 18) | ((bytes[i++] & 0x3f) << 12) | ((bytes[i++] & 0x3f) << 6) | (bytes[i++] & 0x3f);
        points.push(point > 0x10ffff ? 0xfffd : point);
      }
    }
    return codePointsToString(points);
  }
};
globalThis.TextEncoder = class TextEncoder {
  encode(text) {
    const bytes = [];
    for (const character of String(text)) {
      const point = character.codePointAt(0);
      if (point < 0x80) bytes.push(point);
      else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
      else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
      else
        bytes.push(
          0xf0 | (point >> 18),
          0x80 | ((point >> 12) & 0x3f),
          0x80 | ((point >> 6) & 0x3f),
          0x80 | (point & 0x3f),
        );
    }
    return new Uint8Array(bytes);
  }
  encodeInto(text, target) {
    const bytes = this.encode(text);
    const written = Math.min(bytes.length, target.length);
    target.set(bytes.subarray(0, written));
    return { read: text.length, written };
  }
};
