// An exercise and a verdict for tests that need some, no matter which.
import type { GradeRequest } from '../../grader.ts';
import type { ExerciseBundle } from '../../pack/schema.ts';
import type { Verdict } from '../../verdict/schema.ts';

export const sampleBundle: ExerciseBundle = {
  slug: 'sample',
  contentHash: '0'.repeat(64),
  image: 'python',
  limits: { cpuMs: 3_000, memoryMb: 192, outputKb: 64, virtualSeconds: 600 },
  scenarios: '# none\n',
  support: null,
};

export const sampleRequest = (source: string): GradeRequest => ({
  exercise: sampleBundle,
  source,
  mode: 'all',
  audience: 'student',
});

/** A verdict without scenarios, as one of a submission that passed everything. */
export function sampleVerdict({ exercise, mode }: GradeRequest = sampleRequest('')): Verdict {
  return {
    schemaVersion: 1,
    exercise: { slug: exercise.slug, contentHash: exercise.contentHash },
    mode,
    status: 'passed',
    score: { earned: 3, possible: 3 },
    error: null,
    scenarios: [],
    engine: { python: '3.14', image: 'sample' },
  };
}
