// What stands over a verdict. A Run speaks of the visible scenarios only: "all passed" is said of a Submit alone,
// because a student who reads it after a Run believes to be done. Pure.
import type { Verdict } from '#grader/verdict/schema';

export type Headline =
  | { kind: 'runPassed'; tone: 'success' }
  | { kind: 'runFailed'; tone: 'danger' }
  | { kind: 'allPassed'; tone: 'success' }
  | { kind: 'failed'; tone: 'danger' }
  | { kind: 'errored'; tone: 'danger' };

/** Chooses the headline of a verdict. */
export function headlineOf(verdict: Pick<Verdict, 'status' | 'mode'>): Headline {
  if (verdict.status === 'errored') return { kind: 'errored', tone: 'danger' };
  const passed = verdict.status === 'passed';
  if (verdict.mode === 'visible') {
    return passed ? { kind: 'runPassed', tone: 'success' } : { kind: 'runFailed', tone: 'danger' };
  }
  return passed ? { kind: 'allPassed', tone: 'success' } : { kind: 'failed', tone: 'danger' };
}

/** Which scenarios are open at first: the first that did not pass, else the one whose picture shows the most. */
export function openAtFirst(verdict: Pick<Verdict, 'scenarios'>): number | null {
  const failed = verdict.scenarios.findIndex((scenario) => scenario.status !== 'passed');
  if (failed !== -1) return failed;
  const sizes = verdict.scenarios.map((scenario) => scenario.timeline?.rows.length ?? 0);
  const most = Math.max(-1, ...sizes);
  return most > 0 ? sizes.indexOf(most) : null;
}
