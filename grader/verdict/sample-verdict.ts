// Verdicts for tests: a valid one, of which a test changes what it is about. Imported by tests only.
import { type ScenarioVerdict, VERDICT_SCHEMA_VERSION, type Verdict } from './schema.ts';

/** A passed hidden scenario worth one point. */
export function scenarioVerdict(changes: Partial<ScenarioVerdict>): ScenarioVerdict {
  return {
    name: { en: 'all at once', zh: '全部同时进行' },
    visible: false,
    weight: 1,
    status: 'passed',
    killedBy: null,
    message: null,
    hint: null,
    diagnoses: [],
    exception: null,
    virtualNs: 1_000_000_000,
    stdout: null,
    timeline: null,
    failingSeed: null,
    ...changes,
  };
}

/** A passed verdict with one scenario. */
export function verdict(changes: Partial<Verdict>): Verdict {
  return {
    schemaVersion: VERDICT_SCHEMA_VERSION,
    exercise: { slug: 'load-profiles', contentHash: '0'.repeat(64) },
    mode: 'all',
    status: 'passed',
    score: { earned: 1, possible: 1 },
    error: null,
    scenarios: [scenarioVerdict({})],
    engine: { python: '3.14.2', image: 'python' },
    ...changes,
  };
}
