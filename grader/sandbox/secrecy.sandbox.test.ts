// Invariant 1: no byte of a scenario's source or of an expected value is ever in the submission's isolate. The whole
// linear memory and everything that JavaScript can reach are searched for markers that only the judge may hold.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type * as nodeFs from 'node:fs';
import type ivm from 'isolated-vm';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Interpreter as Started } from './interpreter.ts';
import type * as isolates from './isolate.ts';
import { openTestGrader, makeExercise } from '../tests/open-test-grader.ts';

interface Made {
  readonly isolate: ivm.Isolate;
  readonly context: ivm.Context;
}
/** Every isolate that the grader has made, with its context: what the test needs of it, and no door in the product. */
const made: Made[] = [];

vi.mock('node:fs', async (load) => {
  const real = await load<typeof nodeFs>();
  /** The script inside keeps its state in its own scope; here, and only here, the search may begin there, too. */
  const peek =
    '\nglobalThis.overlapPeek = () => [Module, stacks, requests, requestChunks, response, lastFrame, pristine];';
  const readFileSync = (...given: Parameters<typeof real.readFileSync>) => {
    const content = real.readFileSync(...given);
    return String(given[0]).endsWith('inside/interpreter.js') ? String(content) + peek : content;
  };
  return { ...real, default: { ...real, readFileSync }, readFileSync };
});
vi.mock('./isolate.ts', async (load) => {
  const real = await load<typeof isolates>();
  return {
    ...real,
    makeIsolate: (options: Parameters<typeof real.makeIsolate>[0]) => {
      const one = real.makeIsolate(options);
      made.push(one);
      return one;
    },
  };
});

const { Interpreter } = await import('./interpreter.ts');
const read = (file: string) => readFileSync(path.join(import.meta.dirname, '../tests/hostile', file), 'utf8');
const scenarios = read('exercise/scenarios.py');
/** What stands in scenarios.py, but for the one that the honest solution has to compute. */
const secrets = [...new Set(scenarios.match(/MARKER[-_][A-Z]+[-_][0-9a-f]{2,}/g))];
const everywhere = [...secrets, 'loads_at_once', 'only the judge may ever hold'];

/** All bytes of the linear memory, as text of one byte per character. */
function memoryOf({ context }: Made): string {
  const bytes = context.evalSync('overlapPeek()[0].HEAPU8.slice().buffer', { copy: true }) as ArrayBuffer;
  return Buffer.from(bytes).toString('latin1');
}

/** Runs inside: follows every property, prototype, entry and buffer from the global object and the state inside. */
const WALK = `(() => {
  const seen = new Set(), texts = [], buffers = new Set(), open = [globalThis, overlapPeek(), []];
  const add = (value) => {
    if (typeof value === 'string') texts.push(value);
    else if ((typeof value === 'object' && value !== null) || typeof value === 'function') open.push(value);
    else if (typeof value === 'symbol') texts.push(String(value));
  };
  while (open.length > 0) {
    const one = open.pop();
    if (seen.has(one)) continue;
    seen.add(one);
    if (ArrayBuffer.isView(one)) { buffers.add(one.buffer); continue; }
    for (const kind of [ArrayBuffer, SharedArrayBuffer])
      try { kind.prototype.slice.call(one, 0, 0); buffers.add(one); } catch {}
    for (const kind of [Map, Set])
      try { for (const entry of kind.prototype.entries.call(one)) { add(entry[0]); add(entry[1]); } } catch {}
    add(Object.getPrototypeOf(one));
    for (const key of Reflect.ownKeys(one)) {
      add(key);
      const property = Object.getOwnPropertyDescriptor(one, key);
      add(property.get); add(property.set); add(property.value);
    }
  }
  overlapBuffers = [...buffers];
  return texts.join('\\n');
})()`;

/** All strings and all bytes of JavaScript that can be reached in an isolate. */
function reachableOf({ context }: Made): string {
  const parts = [context.evalSync(WALK) as string];
  while (Number(context.evalSync('overlapBuffers.length')) > 0) {
    const bytes = context.evalSync('new Uint8Array(overlapBuffers.pop()).slice().buffer', {
      copy: true,
    }) as ArrayBuffer;
    parts.push(Buffer.from(bytes).toString('latin1'));
  }
  return parts.join('\n');
}

interface Searched {
  readonly kind: string;
  /** All strings and bytes, those of the linear memory among them. */
  readonly found: string;
}

/** Grades a text and looks into each interpreter at the end of every scenario, before anything is wiped. */
async function search(source: string): Promise<Searched[]> {
  const searched: Searched[] = [];
  const owners = new WeakMap<object, Made>();
  const start = Interpreter.start.bind(Interpreter);
  vi.spyOn(Interpreter, 'start').mockImplementation(async (...given) => {
    const started = await start(...given);
    owners.set(started, made.at(-1) as Made);
    return started;
  });
  const look = (interpreter: Started) => {
    const owner = owners.get(interpreter);
    if (owner && !owner.isolate.isDisposed)
      searched.push({
        kind: interpreter.image.kind,
        found: interpreter.image.kind === 'judge' ? memoryOf(owner) : reachableOf(owner),
      });
  };
  for (const name of ['reset', 'dispose'] as const) {
    const original = Interpreter.prototype[name];
    vi.spyOn(Interpreter.prototype, name).mockImplementation(function (this: Started, seed: number) {
      look(this);
      original.call(this, seed);
    });
  }
  const grader = await openTestGrader();
  await grader.grade({ exercise: makeExercise(scenarios), source, mode: 'all', audience: 'student' });
  grader.close();
  return searched;
}

beforeAll(() => expect(secrets.length).toBeGreaterThanOrEqual(7));
afterEach(() => void vi.restoreAllMocks());

const holding = (text: string) => everywhere.filter((secret) => text.includes(secret));

describe('the isolate of a submission', () => {
  it.each([
    ['that calls everything wrongly and keeps what it is told', read('read_exceptions.py')],
    ['that asks for what it was never lent', read('read_numbers.py')],
    [
      'that is wrong everywhere',
      read('exercise/honest.py').replace('number - 45', 'number').replace('add(5)', 'add(6)'),
    ],
  ])('%s holds nothing of a scenario', async (_, source) => {
    const searched = await search(source);
    const submissions = searched.filter(({ kind }) => kind === 'python');
    expect(submissions.length).toBeGreaterThanOrEqual(5);
    for (const { found } of submissions) {
      // The search works: it meets the memory of a CPython, and what is defined around it.
      expect(['asyncio.taskgroups', 'overlapBegin'].filter((known) => !found.includes(known))).toEqual([]);
      expect(holding(found)).toEqual([]);
    }
    const judge = searched.filter(({ kind }) => kind === 'judge').at(-1);
    expect(holding(judge?.found ?? '')).toEqual(everywhere);
  });
});
