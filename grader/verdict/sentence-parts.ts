// Small pieces that the sentences of both languages are made of. Pure; imports nothing.

const MESSAGE_LENGTH_MAX = 200;
/** The exception that our runtime raises for a value that cannot go from one interpreter to the other. */
export const CANNOT_CROSS = 'CannotCross';
/** How many tasks a sentence names before it says how many more there are. */
export const NAMES_MAX = 3;

/** Foreign text on one line and not longer than a sentence bears. */
export function shorten(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  const characters = [...oneLine];
  return characters.length <= MESSAGE_LENGTH_MAX ? oneLine : `${characters.slice(0, MESSAGE_LENGTH_MAX - 1).join('')}…`;
}

/** A name of code in backticks. */
export function code(name: string): string {
  return `\`${shorten(name)}\``;
}

/** A function's own name, without the path of enclosing functions that Python puts before it. */
function ownName(name: string): string {
  return name.split('<locals>.').at(-1) ?? name;
}

/** A function as a call. */
export function call(name: string): string {
  const own = ownName(name);
  return code(own.endsWith(')') ? own : `${own}()`);
}

/** A task or a function, not called. */
export function task(name: string): string {
  return code(ownName(name));
}

/** A future as a learner knows it: asyncio's own classes have names of their own. */
export function awaitable(name: string): string {
  return code(/Future$/.test(name) ? 'Future' : ownName(name));
}

/** The coroutines that `asyncio.as_completed` hands out; nobody who learns asyncio has heard of this name. */
export const ARRIVAL = '_AsCompletedIterator._wait_for_one';

/** How the runtime names the lock that a thread waits for and holds itself. */
export const OWN_LOCK = 'own lock';

interface Waiting {
  task: string;
  on: string;
  line: number | null;
}

/**
 * The waits worth telling: each kind once, those for a lock, a queue or the like before tasks that merely wait for
 * other tasks (`await`).
 */
export function tellingWaits(waiting: Waiting[]): Waiting[] {
  const distinct = [
    ...new Map(waiting.map((wait) => [JSON.stringify([wait.task, wait.on, wait.line]), wait])).values(),
  ];
  const telling = distinct.filter((wait) => wait.on !== 'await');
  return (telling.length > 0 ? telling : distinct).slice(0, NAMES_MAX);
}
