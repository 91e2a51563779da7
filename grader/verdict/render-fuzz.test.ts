// Whatever a verdict holds that the schema allows: it can be said in both languages, it is bounded, and no text of a
// student leaves its line, moves the cursor, or reorders what stands around it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Trace } from '../world/trace.ts';
import { printable } from './printable.ts';
import { renderVerdict } from './render-text.ts';
import {
  diagnosisSchema,
  unhandledKinds,
  verdictSchema,
  type Diagnosis,
  type ScenarioVerdict,
  type Verdict,
} from './schema.ts';
import { diagnosisSentence, verdictSentence } from './sentences.ts';
import { timelineOf } from './timeline.ts';

const NASTY = [
  '\u001b[2J\u001b[32m',
  '\u001b]8;;http://x\u0007',
  '\u202e',
  '\u2066',
  '\u200b',
  '\r',
  '\n  ✓ everything — passed (9 points, 1.0 s)\n',
  '\u0085',
  '\u2028',
  '\u0000',
  '\ud800',
  '\udfff',
  '`',
  '<script>',
  '\u{e0041}',
  '\ufeff',
  '\u009b31m',
];
const piece = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const short = text.map((one) => one.slice(0, 120));
const line = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 2 ** 40 }));
const ns = fc.oneof(fc.constantFrom(0, 1, 9e15, Number.MAX_SAFE_INTEGER), fc.nat());
const count = fc.oneof(fc.integer(), fc.constantFrom(0, 1, 2 ** 40));
const resource = fc.constantFrom('cpu', 'memory', 'output', 'steps', 'messages', 'recursion', 'exit');

/** By code: adding a diagnosis to the schema without adding it here does not compile. */
const byCode: { [Code in Diagnosis['code']]: fc.Arbitrary<Extract<Diagnosis, { code: Code }>> } = {
  serial: fc.record({ code: fc.constant('serial'), service: text, calls: count, tookNs: ns, possibleNs: ns, line }),
  blocked_loop: fc.record({ code: fc.constant('blocked_loop'), by: text, line, ns, waiting: count }),
  never_awaited: fc.record({ code: fc.constant('never_awaited'), name: text, line }),
  unhandled: fc.record({
    code: fc.constant('unhandled'),
    what: fc.constantFrom(...unhandledKinds),
    type: text,
    message: text,
    line,
  }),
  warned: fc.record({ code: fc.constant('warned'), category: text, message: text, line }),
  tasks_left: fc.record({ code: fc.constant('tasks_left'), count, names: fc.array(text, { maxLength: 9 }), line }),
  limit_exceeded: fc.record({ code: fc.constant('limit_exceeded'), service: text, peak: count, limit: count, line }),
  deadlock: fc.record({
    code: fc.constant('deadlock'),
    waiting: fc.array(fc.record({ task: short, on: short, line }), { maxLength: 9 }),
  }),
  wrong_time: fc.record({ code: fc.constant('wrong_time'), tookNs: ns, expectedNs: ns }),
  wrong_count: fc.record({
    code: fc.constant('wrong_count'),
    of: fc.constantFrom('calls', 'queries', 'threads'),
    service: fc.option(text),
    got: count,
    expected: count,
    line,
  }),
  wrong_cancellation: fc.record({
    code: fc.constant('wrong_cancellation'),
    missing: fc.array(text, { maxLength: 9 }),
    extra: fc.array(text, { maxLength: 9 }),
  }),
  wrong_list: fc.record({
    code: fc.constant('wrong_list'),
    position: fc.integer({ min: 1 }),
    got: count,
    expected: count,
  }),
  wrong_moment: fc.record({
    code: fc.constant('wrong_moment'),
    position: fc.integer({ min: 1 }),
    atNs: ns,
    expectedNs: ns,
  }),
  wrong_event: fc.record({
    code: fc.constant('wrong_event'),
    after: fc.option(text),
    got: fc.option(text),
    expected: fc.option(text),
  }),
  answer_not_awaited: fc.record({
    code: fc.constant('answer_not_awaited'),
    kind: fc.constantFrom('coroutine', 'awaitable'),
    name: text,
    inside: fc.boolean(),
  }),
  wrong_value: fc.record({ code: fc.constant('wrong_value'), call: fc.option(text) }),
  exception: fc.record({
    code: fc.constant('exception'),
    type: fc.oneof(text, fc.constant('CannotCross')),
    message: text,
    line,
  }),
  expected_exception: fc.record({ code: fc.constant('expected_exception'), expected: text, got: fc.option(text) }),
  missing_name: fc.record({ code: fc.constant('missing_name'), name: text }),
  not_a_coroutine_function: fc.record({ code: fc.constant('not_a_coroutine_function'), name: text }),
  out_of_time: fc.record({ code: fc.constant('out_of_time'), deadlineNs: ns, line }),
  resource_limit: fc.record({ code: fc.constant('resource_limit'), resource, line }),
  does_not_import: fc.record({
    code: fc.constant('does_not_import'),
    type: fc.oneof(text, fc.constantFrom('SyntaxError', 'ModuleNotFoundError')),
    message: text,
    line,
  }),
  check_failed: fc.record({ code: fc.constant('check_failed') }),
};
const diagnosis: fc.Arbitrary<Diagnosis> = fc.oneof(...Object.values(byCode));

const exception = fc.record({
  type: text,
  message: text,
  frames: fc.array(
    fc.record({
      file: fc.constantFrom('submission.py', 'support.py'),
      line: fc.integer(),
      function: text,
      text,
    }),
    { maxLength: 4 },
  ),
});
const scenario: fc.Arbitrary<ScenarioVerdict> = fc.record({
  name: fc.record({ en: text, zh: text }),
  visible: fc.boolean(),
  weight: fc.integer({ min: 1 }),
  status: fc.constantFrom('passed', 'failed', 'errored', 'deadlocked', 'out_of_time', 'killed'),
  killedBy: fc.option(resource),
  message: fc.option(text),
  hint: fc.option(fc.record({ en: text, zh: text })),
  diagnoses: fc.array(diagnosis, { maxLength: 4 }),
  exception: fc.option(exception),
  virtualNs: ns,
  stdout: fc.option(text),
  timeline: fc.constant(null),
  failingSeed: fc.option(fc.integer()),
});
const verdict: fc.Arbitrary<Verdict> = fc.record({
  schemaVersion: fc.constant(1 as const),
  exercise: fc.record({ slug: fc.constant('tested'), contentHash: fc.constant('0') }),
  mode: fc.constantFrom('visible', 'all'),
  status: fc.constantFrom('passed', 'failed', 'errored'),
  score: fc.record({ earned: fc.nat(), possible: fc.integer({ min: 1 }) }),
  error: fc.option(fc.record({ diagnosis, exception: fc.option(exception) })),
  scenarios: fc.array(scenario, { maxLength: 3 }),
  engine: fc.constant({ python: '3.14.2', image: 'python' }),
});

/** What could do something to a terminal, or make text look like other text. */
const ACTIVE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe('any diagnosis', () => {
  it('has a sentence in both languages, on one line and of bounded length', () => {
    fc.assert(
      fc.property(diagnosis, (given) => {
        expect(diagnosisSchema.parse(given)).toEqual(given);
        for (const locale of ['en', 'zh'] as const) {
          const sentence = diagnosisSentence(given, locale);
          expect(sentence).toMatch(/\S/);
          expect(sentence).not.toMatch(/\n|undefined|\[object|NaN/);
          expect([...sentence].length).toBeLessThan(2_400);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('names of unbounded length are cut in it', () => {
    for (const given of fc.sample(diagnosis, 300)) {
      const long = JSON.parse(JSON.stringify(given), (key, value: unknown) =>
        typeof value === 'string' && !['code', 'resource', 'what', 'of', 'task', 'on'].includes(key)
          ? 'x'.repeat(50_000)
          : value,
      ) as Diagnosis;
      expect(diagnosisSentence(long, 'en').length).toBeLessThan(2_400);
      expect(diagnosisSentence(long, 'zh').length).toBeLessThan(2_400);
    }
  });
});

describe('any verdict', () => {
  it('is printed for a terminal without anything that acts, and every line of a student stands behind a bar', () => {
    fc.assert(
      fc.property(verdict, fc.constantFrom('en' as const, 'zh' as const), (given, locale) => {
        expect(verdictSchema.safeParse(given).success).toBe(true);
        const shown = renderVerdict(given, locale);
        expect(shown).not.toMatch(ACTIVE);
        // One line per scenario begins with its mark; text of a student never begins one.
        expect(shown.split('\n').filter((row) => /^ {2}[✓✗]/.test(row))).toHaveLength(given.scenarios.length);
        expect(shown.split('\n')[0]).toBe(`tested: ${verdictSentence(given, locale)}`);
      }),
      { numRuns: 600 },
    );
  });

  it('of long texts is short on a terminal', () => {
    const stdout = 'line\n'.repeat(100_000);
    const [given] = fc.sample(verdict, 1);
    const [one] = fc.sample(scenario, 1);
    const shown = renderVerdict(
      { ...(given as Verdict), error: null, scenarios: [{ ...(one as ScenarioVerdict), status: 'failed', stdout }] },
      'en',
    );
    expect(shown.split('\n').length).toBeLessThan(120);
  });
});

describe('any text', () => {
  it('is printable on one line, and harmless text is left as it is', () => {
    fc.assert(
      fc.property(text, (given) => {
        const shown = printable(given);
        expect(shown).not.toMatch(ACTIVE);
        expect(shown).not.toContain('\n');
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[\w .,`'"<>&()一-龥]*$/), (given) => {
        expect(printable(given)).toBe(given);
      }),
    );
  });
});

describe('any trace', () => {
  const act = fc.tuple(
    fc.constantFrom('begin', 'end', 'block'),
    fc.integer({ min: 1, max: 40 }),
    fc.option(fc.integer({ min: 1, max: 40 })),
    text,
    fc.nat(1_000),
    fc.nat(1_000),
  );
  it('has a timeline that fits the schema, of bounded size, whose bars never end before they begin', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 900 }), fc.nat(2_000), (acts, nowNs) => {
        const trace = new Trace(800);
        for (const [kind, id, parent, label, at, more] of acts) {
          if (kind === 'begin') trace.begin({ id, parent, kind: 'task', label, line: null, beginNs: at });
          else if (kind === 'end') trace.end(id, at, 'ok');
          else trace.block({ row: parent, by: label, line: null, beginNs: at, endNs: at + more });
        }
        const timeline = timelineOf(trace, nowNs);
        const [whole] = fc.sample(scenario, { numRuns: 1, seed: 1 });
        const holder = { ...(whole as ScenarioVerdict), timeline };
        const [outer] = fc.sample(verdict, { numRuns: 1, seed: 1 });
        expect(verdictSchema.safeParse({ ...outer, scenarios: [holder] }).success).toBe(true);
        expect(timeline.rows.length).toBeLessThanOrEqual(400);
        const known = new Set(timeline.rows.map((row) => row.id));
        for (const row of timeline.rows) {
          expect(row.endNs).toBeLessThanOrEqual(Math.max(timeline.endNs, row.beginNs));
          if (row.parent !== null) expect(known.has(row.parent)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
