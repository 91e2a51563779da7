// Whatever a verdict holds that the schema allows: it can be said in both languages, it is bounded, and no text of a
// student leaves its line, moves the cursor, or reorders what stands around it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Trace } from '../world/trace.ts';
import { printable } from './printable.ts';
import { renderVerdict } from './render-text.ts';
import {
  diagnosisSchema,
  scenarioVerdictSchema,
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

interface JsonSchema {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxLength?: number;
}

/** Anything that a schema allows; taken from the schema itself, so that what is added to it is met here, too. */
function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map(arbitraryOf));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (typeof schema.type === 'object') return fc.oneof(...schema.type.map((type) => arbitraryOf({ ...schema, type })));
  switch (schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, one]) => [key, arbitraryOf(one)])),
      );
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}), { maxLength: 4 });
    case 'string':
      return fc.oneof(text, fc.constantFrom('CannotCross', 'SyntaxError')).map((one) => one.slice(0, schema.maxLength));
    case 'integer':
    case 'number': {
      const least = schema.minimum ?? (schema.exclusiveMinimum === undefined ? -Infinity : schema.exclusiveMinimum + 1);
      const numbers = fc.oneof(fc.integer(), fc.nat(20), fc.constantFrom(9e15, Number.MAX_SAFE_INTEGER));
      return numbers.map((one) => Math.max(least, one));
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`no arbitrary for ${JSON.stringify(schema)}`);
  }
}

const arbitrary = <Schema extends z.ZodType>(schema: Schema) =>
  arbitraryOf(z.toJSONSchema(schema, { io: 'output' }) as JsonSchema) as fc.Arbitrary<z.infer<Schema>>;
const diagnosis = arbitrary(diagnosisSchema);
const scenario = arbitrary(scenarioVerdictSchema);
const verdict = arbitrary(verdictSchema).map((one) => ({ ...one, exercise: { slug: 'tested', contentHash: '0' } }));

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
    for (const given of fc.sample(diagnosis, 400)) {
      const long = (_: string, value: unknown) => (typeof value === 'string' ? 'x'.repeat(50_000) : value);
      for (const key of Object.keys(given) as (keyof Diagnosis)[]) {
        const changed = { ...given, [key]: JSON.parse(JSON.stringify(given[key]), long) as unknown };
        const parsed = diagnosisSchema.safeParse(changed);
        if (!parsed.success) continue; // a word of the schema's own, or a text that it bounds
        expect(diagnosisSentence(parsed.data, 'en').length).toBeLessThan(2_400);
        expect(diagnosisSentence(parsed.data, 'zh').length).toBeLessThan(2_400);
      }
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
