// Small pieces that the sentences of both languages are made of. Pure; imports nothing.

const MESSAGE_LENGTH_MAX = 200;
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

/** A function as a call, without the path of enclosing functions that Python puts before it. */
export function call(name: string): string {
  const own = name.split('<locals>.').at(-1) ?? name;
  return code(own.endsWith(')') ? own : `${own}()`);
}
