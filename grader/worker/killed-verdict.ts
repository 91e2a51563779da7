// The verdict on a submission that ended its grader child twice. Whatever a submission does, the job ends in bounded
// time with a verdict about the submission; this is the last resort for what the sandbox's own limits did not catch.
import type { Verdict } from '../verdict/schema.ts';

/** Which limit was broken: `exit` stands for a child that crashed. */
export type KilledResource = 'cpu' | 'memory' | 'exit';

/** An import that does nothing: what it earns is nothing, but its verdict knows exercise, points and engine. */
export const HARMLESS_SOURCE = 'pass\n';

/** `baseline` is the verdict on HARMLESS_SOURCE for the same exercise, mode and audience. */
export function verdictForKilledChild(baseline: Verdict, resource: KilledResource): Verdict {
  return {
    ...baseline,
    status: 'errored',
    score: { earned: 0, possible: baseline.score.possible },
    error: { diagnosis: { code: 'resource_limit', resource, line: null }, exception: null },
    scenarios: [],
  };
}
