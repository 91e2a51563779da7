// Differences that have a reason: between versions of CPython (an older one behaves as described here, the product like
// 3.14), and those that a wrong sample declares itself. What is not described here is a difference.
import { readDeclaration, type FailingGroup } from '../pack/declaration.ts';
import type { Difference } from './compare.ts';
import type { Python } from './find-python.ts';

interface Change {
  /** The first CPython 3 that behaves like the product. */
  readonly minor: number;
  readonly what: string;
  /** What the product says of such a scenario. */
  readonly virtual: RegExp;
}

const CHANGES: readonly Change[] = [
  {
    minor: 14,
    what: 'asyncio.get_event_loop() refuses where there is no loop, since Python 3.14',
    virtual: /^(errored|does not load) – RuntimeError: There is no current event loop in thread/,
  },
];

const covers = ({ scenarios }: FailingGroup, name: string) => scenarios === 'all' || scenarios.includes(name);

/** What a wrong sample says at its top of a scenario that may end otherwise elsewhere. */
function explainByDeclaration({ scenario, virtual }: Difference, source: string): string | null {
  const { groups, passes } = readDeclaration(source).declaration;
  const group = groups.find((one) => covers(one, scenario));
  // A machine has no limit: there it goes on until the comparison loses patience, or until its clock has moved on.
  if (group?.status === 'killed' && virtual.startsWith('killed')) return 'declared to be ended by a limit';
  const isOpen = group === undefined && passes !== null && !passes.scenarios.includes(scenario);
  return isOpen ? 'left open by "# passes:"' : null;
}

/** Why this difference is none of the virtual world, in words; null when no reason is known. `source`: the sample. */
export function explain(difference: Difference, source: string, python: Python): string | null {
  const change = CHANGES.find(({ minor, virtual }) => python.minor < minor && virtual.test(difference.virtual));
  return change?.what ?? explainByDeclaration(difference, source);
}
