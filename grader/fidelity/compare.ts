// Whether two outcomes of one sample say the same, scenario by scenario.
import type { ScenarioVerdict, Verdict } from '../verdict/schema.ts';
import type { RealOutcome } from './real-grader.ts';

export interface Difference {
  readonly sample: string;
  readonly scenario: string;
  readonly virtual: string;
  readonly real: string;
}

/** Where nothing ends, the product sees at once why; a real process only goes on. */
const ENDLESS = ['deadlocked', 'out_of_time', 'killed'];

function isSame(one: string, other: string): boolean {
  return one === other || (ENDLESS.includes(one) && ENDLESS.includes(other));
}

function describe(scenario: ScenarioVerdict): string {
  const why = scenario.exception ? `${scenario.exception.type}: ${scenario.exception.message}` : scenario.message;
  return [scenario.status, why?.replaceAll(/\s+/g, ' ').slice(0, 120)].filter(Boolean).join(' – ');
}

function describeError(error: Verdict['error']): string {
  const { type, message } = error?.exception ?? { type: error?.diagnosis.code, message: '' };
  return `does not load – ${type}: ${message}`;
}

/** The scenarios of `virtual` whose status is another in `real`, as far as `real` has them. */
export function findDifferences(sample: string, virtual: Verdict, real: RealOutcome): Difference[] {
  if (virtual.error || real.error) {
    if (virtual.error && real.error) return [];
    const say = (error: Verdict['error']) => (error ? describeError(error) : 'loads');
    return [{ sample, scenario: '(loading)', virtual: say(virtual.error), real: say(real.error) }];
  }
  return real.scenarios.flatMap((one) => {
    const other = virtual.scenarios.find(({ name }) => name.en === one.name.en);
    if (other === undefined || isSame(other.status, one.status)) return [];
    return [{ sample, scenario: one.name.en, virtual: describe(other), real: describe(one) }];
  });
}
