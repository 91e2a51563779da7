// Prisma's schema engine as WebAssembly. The `prisma migrate` commands want a native engine that has to be downloaded;
// this one comes with npm, is the same code at the same commit, and reaches the database through our adapter.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { openMigrationAdapter } from './adapter.ts';
import { readSchema, schemaPath } from './folder.ts';

export type SchemaEngine = bindings.SchemaEngine;

interface EngineExports extends WebAssembly.Exports {
  __wbindgen_start(): void;
}

/** Runs `work` with an engine on this database. Operations on schema files alone never connect. */
export async function withSchemaEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await loadOnce();
  const adapter = openMigrationAdapter(databaseUrl);
  try {
    const bound = bindMigrationAwareSqlAdapterFactory(adapter);
    const engine = await bindings.SchemaEngine.new({ datamodels: [[schemaPath, readSchema()]] }, () => {}, bound);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw new Error(describeEngineError(error), { cause: error });
  } finally {
    await adapter.close();
  }
}

let loaded: Promise<void> | undefined;

function loadOnce(): Promise<void> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<void> {
  // The engine reports its panics through this global before it gives up.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(`schema engine: ${message}`) },
  });
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as EngineExports).__wbindgen_start();
}

/** The engine throws records of its own: { code, message, meta }. */
function describeEngineError(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === 'object' && error !== null ? JSON.stringify(error) : String(error);
}
