// Invariant 3: the bridge accepts any byte sequence without crashing, hanging or growing without bound. Fuzzed at three
// places: the host's own reading of requests, whole frames on the device, and values that the judge decodes.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grader } from '../grader.ts';
import { limitsSchema, MAX_SOURCE_BYTES } from '../pack/schema.ts';
import { isNestedDeeperThan } from '../sandbox/json-depth.ts';
import type { Host, Interpreter } from '../sandbox/interpreter.ts';
import { ScenarioRun } from '../sandbox/scenario-run.ts';
import { makeExercise, openTestGrader } from './open-test-grader.ts';

const anyNumber = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-1, 0, 1, 2 ** 53, 9e15, 1e9, 1e300));
const anyJson = fc.oneof(fc.jsonValue(), anyNumber, fc.string({ unit: 'binary' }), fc.constant(null));
const operation = fc.constantFrom(
  'block',
  'park',
  'wait',
  'call',
  'call_blocking',
  'at_once',
  'thread',
  'cancel',
  'ask',
  'start',
  'stop',
  'finished',
  'exhausted',
  'ended',
  'service',
  'server',
  'recorded',
  'leaked',
  'stdout',
  '__proto__',
  'constructor',
  '',
);
const note = fc.oneof(
  anyJson,
  fc.tuple(fc.constantFrom('task', 'thread', 'process', 'end', 'wake'), anyNumber, anyJson, anyJson, anyJson),
);
const plausible = fc.oneof(
  anyJson,
  fc.constantFrom('fetch', '[]', '{"t":[[],{"d":[]}]}', 'get', 'call', 'ok'),
  fc.integer({ min: 0, max: 9 }),
);
/** A body that is nothing, or JSON, or nearly a request. */
const body = fc.oneof(
  fc.string({ unit: 'binary' }),
  anyJson.map((value) => JSON.stringify(value)),
  fc
    .tuple(
      fc.oneof(fc.array(note, { maxLength: 3 }), anyJson),
      fc.oneof(operation, anyJson),
      fc.array(plausible, { maxLength: 6 }),
    )
    .map(([notes, kind, rest]) => JSON.stringify([notes, kind, ...rest])),
);

/** Requests that have the right form, so that what they ask for is carried out. */
const number = fc.nat(6);
const instant = fc.oneof(fc.constantFrom(0, 1, 1e9, 9e15), fc.nat());
const lawful = fc
  .oneof(
    fc.tuple(fc.constant('block'), instant, fc.constantFrom(null, 3), fc.constantFrom(null, 1)),
    fc.tuple(fc.constant('park'), number, fc.option(instant), fc.constant('x'), fc.constant(null), fc.constant(1)),
    fc.tuple(fc.constant('wait'), number, fc.option(instant), fc.constant(null), fc.constant(null)),
    fc.tuple(fc.constant('call'), fc.constantFrom('fetch', 'x'), fc.constant('[]'), fc.constant(2), fc.constant(1)),
    fc.tuple(fc.constant('call_blocking'), fc.constant('fetch'), fc.constant('[]'), fc.constant(2), fc.constant(1)),
    fc.tuple(fc.constant('thread'), number),
    fc.tuple(fc.constant('cancel'), fc.integer({ min: 1e9, max: 1e9 + 9 })),
    fc.tuple(fc.constantFrom('ask', 'start'), number, fc.constant('call'), fc.constant(null), fc.constant('[]')),
    fc.tuple(fc.constant('finished'), fc.array(fc.tuple(number, fc.constant(['ok', 'null', null])))),
  )
  .chain((request) =>
    fc
      .array(
        fc.tuple(
          fc.constantFrom('wake', 'thread', 'end'),
          number,
          fc.constant(null),
          fc.constant('ok'),
          fc.constant(1),
        ),
      )
      .map((notes) => JSON.stringify([notes, ...request])),
  );

/** A submission that is nothing but requests: whichever of its stacks goes on makes the next one. */
class Requesting {
  readonly suspends = true;
  readonly cpuNs = 0n;
  readonly answers: string[] = [];
  readonly #bodies: readonly string[];
  #next = 0;
  #host: Host = () => null;

  constructor(bodies: readonly string[]) {
    this.#bodies = bodies;
  }

  connect(host: Host): void {
    this.#host = host;
  }

  begin(): string | null {
    while (this.#next < this.#bodies.length) {
      const answer = this.#host(this.#bodies[this.#next++] ?? '', true);
      if (answer === null) return null;
      this.answers.push(answer);
    }
    return JSON.stringify([[], ['ok', [null, false, []]]]);
  }

  resume(_stack: number, answer: string): string | null {
    this.answers.push(answer);
    return this.begin();
  }
}

/** The judge answers any question, and its scenario never ends. */
const judge = {
  connect: () => undefined,
  enter: (message: string) => {
    const [kind, calls = []] = JSON.parse(message) as [string, unknown[]?];
    const answers: Record<string, unknown> = {
      pump: [null, false, []],
      ask: ['ok', 'null', null],
      replies: Array.from(calls, () => ['ok', 'null', null]),
      latencies: Array.from(calls, () => 5),
    };
    return JSON.stringify([[], ['ok', answers[kind] ?? null]]);
  },
} as unknown as Interpreter;

describe('requests to the host', () => {
  it('are answered, refused, or end the scenario, whatever they say', () => {
    let carriedOut = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(body, lawful), { maxLength: 16 }), (bodies) => {
        const student = new Requesting(bodies);
        const limits = limitsSchema.parse({});
        const run = new ScenarioRun({ judge, student, limits, seed: 1, deadlineNs: 600e9, wallFactor: 1.5 });
        run.world.register('fetch', 1_000_000_000, 2);
        run.world.wake('student');
        expect(['world', 'limit']).toContain(run.run(0, '').end.by);
        for (const answer of student.answers) {
          const [state] = JSON.parse(answer) as [string];
          expect(['ok', 'refused']).toContain(state);
          if (state === 'ok') carriedOut++;
        }
        expect([...run.world.services.keys()]).toEqual(['fetch']);
        for (const { beginNs, endNs } of run.world.services.get('fetch')?.calls ?? [])
          if (endNs !== null) expect(endNs).toBeGreaterThanOrEqual(beginNs);
        for (const { beginNs, endNs } of run.world.trace.blocks) expect(endNs).toBeGreaterThan(beginNs);
      }),
      { numRuns: 2_000 },
    );
    expect(carriedOut).toBeGreaterThan(1_000);
  });

  it('are counted, however little they say', () => {
    const student = new Requesting(Array.from({ length: 400_000 }, () => '[[],"stop",1,null]'));
    const limits = limitsSchema.parse({ cpuMs: 20_000 });
    const run = new ScenarioRun({ judge, student, limits, seed: 1, deadlineNs: 600e9, wallFactor: 1.5 });
    run.world.wake('student');
    expect(run.run(0, '').end).toMatchObject({ by: 'limit', resource: 'messages' });
  });
});

describe('the depth of JSON', () => {
  it('is that of its brackets outside of strings', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const depth = depthOf(value);
        expect(isNestedDeeperThan(depth, text)).toBe(false);
        if (depth > 0) expect(isNestedDeeperThan(depth - 1, text)).toBe(true);
      }),
    );
  });

  it('is found in any text, and in a long one without recursion', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(5), (text, limit) => void isNestedDeeperThan(limit, text)),
    );
    expect(isNestedDeeperThan(500, '['.repeat(3_000_000))).toBe(true);
    expect(isNestedDeeperThan(500, `"${'['.repeat(3_000_000)}"`)).toBe(false);
  });
});

const scenarios = `
from overlap.judge import scenario

@scenario("values", zh="值")
async def values(world, submission):
    world.service("fetch", latency=1.0, reply=lambda *args: args)
    for number in range(submission.count):
        try:
            value = submission.give(number)
        except (TypeError, ValueError, RuntimeError, ArithmeticError, LookupError, AttributeError):
            continue
        repr(value) if not isinstance(value, int) else None
        value == [value]
    assert submission.count == -1
`;

/** Runs in the submission: writes frames to the device, then hands texts to the judge as if it had encoded them. */
const program = (frames: readonly Uint8Array[], texts: readonly string[]) => `
import base64, os
from overlap import _endpoint
FRAMES = ${JSON.stringify(frames.map((frame) => Buffer.from(frame).toString('base64')))}
TEXTS = ${JSON.stringify(texts)}
count = ${texts.length}
genuine = _endpoint.encode

def give(number):
    for frame in FRAMES[:4]:
        os.write(3, base64.b64decode(FRAMES.pop()))
    _endpoint.encode = once
    return TEXTS[number]

def once(value):
    _endpoint.encode = genuine
    return value
`;

const tag = fc.constantFrom('t', 'd', 's', 'z', 'i', 'f', 'b', 'n', 'D', 'e', 'o', 'h', 'r', 'v', 'x', '');
const exceptionName = fc.constantFrom(
  'ValueError',
  'SystemExit',
  'KeyboardInterrupt',
  'GeneratorExit',
  'StopIteration',
  'UnicodeDecodeError',
  'OSError',
  'ExceptionGroup',
  'BaseExceptionGroup',
  'SyntaxError',
  'CancelledError',
  'object',
  'type',
  '__import__',
  'a.b',
  '\u0000',
);
/** Values as the codec writes them, and what only a hostile one would write. */
const { tagged } = fc.letrec<{ tagged: unknown }>((tie) => ({
  tagged: fc.oneof(
    { depthSize: 'small' },
    anyJson,
    fc.constantFrom('0x10', 'nan', 'inf', '1E+999999999', 'sNaN', '2026-01-01', 'AAAA', 'timedelta'),
    fc.array(tie('tagged'), { maxLength: 4 }),
    fc.tuple(tag, tie('tagged')).map(([name, inner]) => ({ [name]: inner })),
    fc
      .tuple(tag, fc.array(fc.tuple(tie('tagged'), tie('tagged')), { maxLength: 3 }))
      .map(([name, inner]) => ({ [name]: inner })),
    fc
      .record({
        m: fc.constantFrom('builtins', 'asyncio', 'overlap._assertions', 'os', 'support'),
        q: exceptionName,
        a: fc.array(tie('tagged'), { maxLength: 3 }),
      })
      .map((error) => ({ e: { ...error, b: [error.q] } })),
    fc
      .tuple(
        fc.constantFrom('builtins', 'support', 'overlap._world'),
        exceptionName,
        fc.dictionary(fc.string(), tie('tagged')),
      )
      .map((o) => ({ o })),
  ),
}));
const text = fc.oneof(
  tagged.map((value) => JSON.stringify(value) ?? 'null'),
  fc.string({ unit: 'binary' }),
);
const frame = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  body.map((inner) => {
    const bytes = Buffer.from(inner);
    return Buffer.concat([Buffer.from(`q${bytes.length.toString(16).padStart(8, '0')}`), bytes]);
  }),
);

describe('real interpreters', () => {
  let grader: Grader;
  beforeAll(async () => {
    grader = await openTestGrader();
  });
  afterAll(() => grader.close());
  const exercise = makeExercise(scenarios, { limits: { cpuMs: 2_000, memoryMb: 96 } });

  const gradeAs = (source: string) => grader.grade({ exercise, source, mode: 'all', audience: 'author' });

  it('survive any frames: the verdict is about the submission', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 12 }), async (frames) => {
        const verdict = await gradeAs(program(frames, ['null', 'null', 'null']));
        expect(verdict.error).toBeNull();
        expect(verdict.status).toBe('failed');
      }),
      { numRuns: 40 },
    );
  });

  it('decode any values or refuse them, to the last one', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 20, maxLength: 100 }), async (texts) => {
        const source = program([], texts);
        fc.pre(Buffer.byteLength(source) < MAX_SOURCE_BYTES);
        const verdict = await gradeAs(source);
        expect(verdict.scenarios.map(({ status, message }) => [status, message?.split('\n')[0]])).toEqual([
          ['failed', 'assert submission.count == -1'],
        ]);
      }),
      { numRuns: 40 },
    );
  });
});
