// Differences between versions of CPython that are known: an older one behaves as described here, the product like 3.14.
// What is not described here is a difference.
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
    virtual: /^errored – RuntimeError: There is no current event loop in thread/,
  },
];

/** The change between versions that this difference comes of, in words; null when none is known. */
export function explain(difference: Difference, python: Python): string | null {
  const change = CHANGES.find(({ minor, virtual }) => python.minor < minor && virtual.test(difference.virtual));
  return change?.what ?? null;
}
