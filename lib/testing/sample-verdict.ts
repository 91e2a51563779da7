import type { Verdict } from '#grader/verdict/schema';

/** A verdict without scenarios, as on a submission that passed everything. */
export const sampleVerdict: Verdict = {
  schemaVersion: 1,
  exercise: { slug: 'sample', contentHash: '0'.repeat(64) },
  mode: 'all',
  status: 'passed',
  score: { earned: 3, possible: 3 },
  error: null,
  scenarios: [],
  engine: { python: '3.14', image: 'sample' },
};
