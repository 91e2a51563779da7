import { expect, test } from 'vitest';
import { leanWasm, variableName, withVariables } from './lean-wasm.ts';

/** (module (memory (export "m") 2) (global (mut i32) 7) (global i32 8) (func (export "f")) (data (i32.const 3) "x")) */
const original = Uint8Array.from([
  ...[0, 97, 115, 109, 1, 0, 0, 0],
  ...[1, 4, 1, 96, 0, 0],
  ...[3, 2, 1, 0],
  ...[5, 3, 1, 0, 2],
  ...[6, 11, 2, 0x7f, 1, 0x41, 7, 0x0b, 0x7f, 0, 0x41, 8, 0x0b],
  ...[7, 9, 2, 1, 109, 2, 0, 1, 102, 0, 0],
  ...[10, 4, 1, 2, 0, 0x0b],
  ...[11, 7, 1, 0, 0x41, 3, 0x0b, 1, 120],
]);
const instantiate = (wasm: Uint8Array) =>
  new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(wasm))).exports as {
    m: WebAssembly.Memory;
    overlapVariable0: WebAssembly.Global<'i32'>;
  };
const memoryAt = (wasm: Uint8Array, at: number) => new Uint8Array(instantiate(wasm).m.buffer)[at];

test('a module gives out its own variables, and only those', () => {
  const wasm = withVariables(original);
  expect(Object.keys(instantiate(wasm)).sort()).toEqual(['f', 'm', variableName(0)]);
  expect(instantiate(wasm).overlapVariable0.value).toBe(7);
  expect(memoryAt(wasm, 3)).toBe(120);
});

test('a lean module has the wanted exports and a small, empty memory', () => {
  const wasm = leanWasm(original, new Set(['m']));
  expect(Object.keys(instantiate(wasm)).sort()).toEqual(['m', variableName(0)]);
  expect(memoryAt(wasm, 3)).toBe(0);
  expect(instantiate(wasm).m.buffer.byteLength).toBe(65_536);
});
