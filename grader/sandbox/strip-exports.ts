// Drops the exports of CPython's WebAssembly module that nobody here uses. Emscripten puts every export into its
// function table at start, 7,400 of them, which costs more than all the rest of starting from an image.
// Binary format: https://webassembly.github.io/spec/core/binary/modules.html

const EXPORT_SECTION = 7;

class Reader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  /** An unsigned LEB128 number. */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
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

/** The same module with only the exports that `keep` wants. */
export function stripExports(wasm: Uint8Array, keep: (name: string) => boolean): Uint8Array {
  const reader = new Reader(wasm, 8); // after the magic number and the version
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = wasm[reader.at++];
    const size = reader.number();
    const body = reader.at;
    if (id === EXPORT_SECTION) {
      const section = strippedSection(wasm, body, keep);
      const head = Uint8Array.from([EXPORT_SECTION, ...leb128(section.length)]);
      return Buffer.concat([wasm.subarray(0, start), head, section, wasm.subarray(body + size)]);
    }
    reader.at = body + size;
  }
  return wasm;
}

function strippedSection(wasm: Uint8Array, body: number, keep: (name: string) => boolean): Uint8Array {
  const reader = new Reader(wasm, body);
  const kept: Uint8Array[] = [];
  const count = reader.number();
  for (let i = 0; i < count; i++) {
    const start = reader.at;
    const length = reader.number();
    const name = Buffer.from(wasm.subarray(reader.at, reader.at + length)).toString('utf8');
    reader.at += length + 1; // the name, and the kind of thing exported
    reader.number();
    if (keep(name)) kept.push(wasm.subarray(start, reader.at));
  }
  return Buffer.concat([Uint8Array.from(leb128(kept.length)), ...kept]);
}

/** What our own code calls by name. */
const OURS = [
  'PyObject_CallNoArgs',
  'PyGILState_Ensure',
  'PyGILState_Release',
  'Py_DecRef',
  'PyErr_Clear',
  'PyRun_SimpleString',
  'malloc',
  'free',
  'emscripten_stack_get_current',
  '_emscripten_stack_restore',
];

/**
 * Whether an export is used by Emscripten's glue or by us. The glue names every export three times in its list of
 * declarations and assignments; those it uses it names more often. Addresses of data it reads at start, all of them.
 */
export function usedExports(glue: string): (name: string) => boolean {
  const mentions = new Map<string, number>();
  for (const [word] of glue.matchAll(/[A-Za-z_$][\w$]*/g)) mentions.set(word, (mentions.get(word) ?? 0) + 1);
  const addresses = new Set(Array.from(glue.matchAll(/wasmExports\["(\w+)"\]\.value/g), ([, name]) => name));
  return (name) => {
    const declared = mentions.get(`_${name}`) ?? 0;
    return (
      OURS.includes(name) || addresses.has(name) || declared > 3 || (declared === 0 && (mentions.get(name) ?? 0) > 0)
    );
  };
}

/**
 * The glue without the names of those exports: four thousand assignments and declarations, a third of its text, that
 * every isolate would have to compile and run.
 */
export function stripGlue(glue: string, keep: (name: string) => boolean): string {
  const dropped = new Set<string>();
  const lean = glue.replace(
    /([\w$]+)=Module\["[\w$]+"\]=wasmExports\["([\w$]+)"\](?:\.value>>>0)?;/g,
    (statement, variable: string, name: string) => {
      if (keep(name)) return statement;
      dropped.add(variable);
      return '';
    },
  );
  return lean.replace(/var ((?:[\w$]+,){1000,}[\w$]+);/, (_, names: string) => {
    const kept = names.split(',').filter((name) => !dropped.has(name));
    return `var ${kept.join(',')};`;
  });
}
