// What a sample needs of a CPython that may be newer than the one found. Such samples are skipped by name, with the reason.
import type { Python } from './find-python.ts';

interface Feature {
  readonly minor: number;
  readonly what: string;
  readonly pattern: RegExp;
}

const FEATURES: readonly Feature[] = [
  { minor: 12, what: 'itertools.batched', pattern: /\bbatched\b/ },
  { minor: 12, what: 'eager tasks', pattern: /\beager_task_factory\b|\bcreate_eager_task_factory\b/ },
  { minor: 12, what: 'asyncio.run(loop_factory=…)', pattern: /\brun\([^)]*loop_factory/ },
  { minor: 12, what: 'type statements', pattern: /^type \w+/m },
  { minor: 12, what: 'type parameters', pattern: /^\s*(?:async )?(?:def|class) \w+\[/m },
  { minor: 13, what: 'async for over as_completed', pattern: /async for[^:]*as_completed/ },
  { minor: 13, what: 'Queue.shutdown', pattern: /\bQueueShutDown\b/ },
  { minor: 14, what: 'eager_start', pattern: /\beager_start\b/ },
  { minor: 14, what: 'except without parentheses', pattern: /^\s*except\*? [\w.]+,/m },
  { minor: 14, what: 'template strings', pattern: /\bt["']/ },
  { minor: 14, what: 'concurrent.interpreters', pattern: /\bconcurrent\.interpreters\b|\bInterpreterPoolExecutor\b/ },
];

/** A case whose outcome changed with a version says so. */
const SINCE = /# since 3\.(\d+)/;

/** The first feature in this text that this Python does not have yet, in words; null when there is none. */
export function findNewerFeature(source: string, python: Python): string | null {
  const since = Number(SINCE.exec(source)?.[1] ?? 0);
  if (since > python.minor) return `the behaviour of Python 3.${since}`;
  const found = FEATURES.find(({ minor, pattern }) => minor > python.minor && pattern.test(source));
  return found === undefined ? null : `${found.what} (Python 3.${found.minor})`;
}
