// Builds the interpreter images: boots CPython cold, loads our runtime and what exercises use, keeps the memory.
// usage: node --no-node-snapshot grader/sandbox/build-images.ts --wheels <folder> --out <folder>
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import ivm from 'isolated-vm';
import { buildEngine, coldEngine } from './build-engine.ts';
import { engineVersion, hasEngine, shareBytes, writeEngine } from './engine.ts';
import { findImageHeader, IMAGE_KINDS, writeImage, type ImageKind } from './image.ts';
import { INSIDE_SCRIPTS, makeIsolate } from './isolate.ts';
import { readWheels } from './wheels.ts';

const pythonFolder = path.join(import.meta.dirname, '..', 'python');

/** What a booted interpreter hands over. */
interface MemoryDump {
  readonly memory: ArrayBuffer;
  readonly runs: readonly (readonly [number, number])[];
  readonly memoryBytes: number;
  readonly variables: Record<string, number>;
}

/** The scripts that run in the cold interpreter, in order. */
const STEPS: Record<ImageKind, readonly string[]> = {
  python: ['threads.py', 'common.py', 'python.py', 'warm-python.py'],
  django: ['threads.py', 'common.py', 'django.py', 'warm-python.py', 'warm-django.py'],
  judge: ['common.py', 'judge.py', 'warm-python.py'],
  'python-clients': ['threads.py', 'common.py', 'python.py', 'clients.py', 'warm-python.py', 'warm-clients.py'],
  'django-clients': [
    'threads.py',
    'common.py',
    'django.py',
    'clients.py',
    'warm-python.py',
    'warm-django.py',
    'warm-clients.py',
  ],
};

/** {path in the interpreter: bytes} of a folder of Python files. */
function pythonFiles(folder: string, target: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.py')) continue;
    const file = path.join(entry.parentPath, entry.name);
    files[path.posix.join(target, path.relative(folder, file))] = readFileSync(file);
  }
  return files;
}

async function boot(files: Record<string, Uint8Array>) {
  const { isolate, context } = makeIsolate({
    engine: coldEngine(),
    heapMb: 512,
    maxMessageBytes: 1 << 20,
    host: () => '0|["ok",0]',
  });
  const shared = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, shareBytes(bytes)]));
  await context.evalClosure(
    `const files = Object.fromEntries(Object.entries($0).map(([path, bytes]) => [path, new Uint8Array(bytes)]));
     return overlapBoot({ module: overlapWasm, stdlib: new Uint8Array(overlapStdlib),
       createModule: overlapCreateModule, files, image: null, memoryBytes: 0, variables: {}, memoryLimitBytes: 512 << 20 });`,
    [new ivm.ExternalCopy(shared).copyInto()],
    { result: { promise: true } },
  );
  return { isolate, context };
}

async function build(kind: ImageKind, version: string, wheelsFolder: string, out: string): Promise<void> {
  const runtime = pythonFiles(path.join(pythonFolder, 'runtime'), '/overlap');
  const judge = kind === 'judge' ? pythonFiles(path.join(pythonFolder, 'judge'), '/overlap') : {};
  const clients = kind.endsWith('-clients') ? pythonFiles(path.join(pythonFolder, 'clients'), '/overlap') : {};
  const wheels = readWheels(wheelsFolder, kind);
  const steps = STEPS[kind].map((step) => readFileSync(path.join(pythonFolder, 'image', step), 'utf8'));
  const files = { ...runtime, ...judge, ...clients, ...wheels };

  const hash = createHash('sha256').update(process.versions.v8).update(steps.join('\n'));
  for (const name of [...INSIDE_SCRIPTS.map((script) => `inside/${script}`), 'isolate.ts'])
    hash.update(readFileSync(path.join(import.meta.dirname, name)));
  hash.update(version);
  for (const [name, bytes] of Object.entries(files)) hash.update(name).update(bytes);
  const contentHash = hash.digest('hex');
  if (findImageHeader(out, kind)?.header.contentHash === contentHash) {
    console.log(`${kind}: up to date`);
    return;
  }

  const { isolate, context } = await boot(files);
  const run = (source: string) => {
    context.global.setSync('overlapSource', source);
    if (context.evalSync('overlapRunSource(overlapSource)') !== 0)
      throw new Error(`the ${kind} image could not be built: ${String(context.evalSync('overlapLast()'))}`);
  };
  for (const step of steps) run(step);
  run('finish()');
  const said = JSON.parse(String(context.evalSync('overlapLast()'))) as { entry: number; version: string };
  context.evalSync('overlapDetach()');
  const { memory, runs, memoryBytes, variables } = context.evalSync('overlapMemory()', { copy: true }) as MemoryDump;
  isolate.dispose();
  writeImage(
    out,
    {
      kind,
      contentHash,
      entryAddress: said.entry,
      memoryBytes,
      runs,
      variables,
      engineVersion: version,
      pythonVersion: said.version,
    },
    new Uint8Array(memory),
  );
  console.log(`${kind}: built, ${(memory.byteLength / 1e6).toFixed(1)} MB`);
}

const { values } = parseArgs({ options: { wheels: { type: 'string' }, out: { type: 'string' } } });
if (!values.wheels || !values.out) {
  console.error('usage: build-images.ts --wheels <folder> --out <folder>');
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });
try {
  const version = engineVersion();
  if (!hasEngine(values.out, version)) {
    const { loader, wasm } = buildEngine();
    writeEngine(values.out, version, loader, wasm);
  }
  for (const kind of IMAGE_KINDS) await build(kind, version, values.wheels, values.out);
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
// Everything is written. A disposed isolate has been seen to keep the process alive, idle, for as long as one looked.
process.exit();
