// Changes CPython's WebAssembly module for interpreters that start from an image: a third of it is the initial contents
// of a memory that the image replaces, and most of its exports are for nobody here.
// Binary format: https://webassembly.github.io/spec/core/binary/modules.html

const MEMORY_SECTION = 5;
const GLOBAL_SECTION = 6;
const EXPORT_SECTION = 7;
const DATA_SECTION = 11;
const DATA_COUNT_SECTION = 12;
const GLOBAL_KIND = 3;
const END = 0x0b;

/** The name under which the module's own variable with this number (its stack pointer, for one) is exported. */
export const variableName = (number: number) => `overlapVariable${number}`;

class Reader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  /** An unsigned LEB128 number. */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) return value >>> 0;
    }
  }
}

function leb128(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

interface Section {
  readonly id: number;
  readonly body: Uint8Array;
}

function sectionsOf(wasm: Uint8Array): Section[] {
  const reader = new Reader(wasm, 8); // after the magic number and the version
  const sections: Section[] = [];
  while (reader.at < wasm.length) {
    const id = reader.byte();
    const size = reader.number();
    sections.push({ id, body: wasm.subarray(reader.at, reader.at + size) });
    reader.at += size;
  }
  return sections;
}

function moduleOf(wasm: Uint8Array, sections: readonly Section[]): Uint8Array {
  const pieces = sections.flatMap(({ id, body }) => [Uint8Array.from([id, ...leb128(body.length)]), body]);
  return Buffer.concat([wasm.subarray(0, 8), ...pieces]);
}

/** The numbers of the variables, which come before the constants. Only those that the module itself keeps. */
function variables(globals: Uint8Array): number[] {
  const reader = new Reader(globals, 0);
  const count = reader.number();
  const found: number[] = [];
  for (let number = 0; number < count; number++) {
    reader.at += 1; // its type
    if (reader.byte() === 0) break;
    if (reader.byte() !== 0x41) throw new Error('a variable of the module is no 32-bit number');
    reader.number();
    if (reader.byte() !== END) throw new Error('a variable of the module has no simple beginning');
    found.push(number);
  }
  return found;
}

function exportsOf(body: Uint8Array, keep: (name: string) => boolean, added: readonly Uint8Array[]): Uint8Array {
  const reader = new Reader(body, 0);
  const kept: Uint8Array[] = [...added];
  const count = reader.number();
  for (let i = 0; i < count; i++) {
    const start = reader.at;
    const length = reader.number();
    const name = Buffer.from(body.subarray(reader.at, reader.at + length)).toString('utf8');
    reader.at += length + 1; // the name, and the kind of thing exported
    reader.number();
    if (keep(name)) kept.push(body.subarray(start, reader.at));
  }
  return Buffer.concat([Uint8Array.from(leb128(kept.length)), ...kept]);
}

/** The only memory, beginning as small as can be: the image says how large it is to be. */
function smallMemory(body: Uint8Array): Uint8Array {
  const reader = new Reader(body, 0);
  const [count, hasMaximum] = [reader.number(), reader.byte()];
  reader.number(); // how large it was to be
  if (count !== 1 || hasMaximum > 1) throw new Error('the module has no ordinary memory');
  return Buffer.concat([Uint8Array.of(1, hasMaximum, 1), body.subarray(reader.at)]);
}

/** The module with its own variables exported, too: an image must hold their values. */
export function withVariables(wasm: Uint8Array, keep: (name: string) => boolean = () => true): Uint8Array {
  const sections = sectionsOf(wasm);
  const globals = sections.find(({ id }) => id === GLOBAL_SECTION)?.body ?? Uint8Array.of(0);
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>));
  const first = imported.filter(({ kind }) => kind === 'global').length; // imported ones are counted before them
  const added = variables(globals).map((number) => {
    const name = Buffer.from(variableName(number));
    return Uint8Array.from([...leb128(name.length), ...name, GLOBAL_KIND, ...leb128(first + number)]);
  });
  return moduleOf(
    wasm,
    sections.map(({ id, body }) => ({ id, body: id === EXPORT_SECTION ? exportsOf(body, keep, added) : body })),
  );
}

/** The same for starting from an image: only these exports, and a memory that begins small and empty. */
export function leanWasm(wasm: Uint8Array, exports: ReadonlySet<string>): Uint8Array {
  const sections = sectionsOf(withVariables(wasm, (name) => exports.has(name)));
  const isKept = ({ id }: Section) => id !== 0 && id !== DATA_SECTION && id !== DATA_COUNT_SECTION;
  return moduleOf(
    wasm,
    sections.filter(isKept).map(({ id, body }) => ({ id, body: id === MEMORY_SECTION ? smallMemory(body) : body })),
  );
}
