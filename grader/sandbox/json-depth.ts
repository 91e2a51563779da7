// How deeply JSON text is nested, found out without reading it recursively.

const QUOTE = 34;
const BACKSLASH = 92;

/** True when brackets and braces outside of strings are open more than `limit` deep anywhere. Total on any text. */
export function isNestedDeeperThan(limit: number, text: string): boolean {
  if (text.length <= limit) return false;
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === 91 || code === 123) {
      if (++depth > limit) return true;
    } else if (code === 93 || code === 125) depth--;
  }
  return false;
}
