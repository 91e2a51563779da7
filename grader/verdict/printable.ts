// Makes foreign text harmless for a terminal. Pure; imports nothing.

/**
 * Everything that could move the cursor, start an escape sequence, reorder or hide text: C0 and C1 controls (with
 * the line feed), line and paragraph separators, bidirectional controls, zero-width characters, lone surrogates.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e01ef}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** The text on one line; unsafe characters appear as `\n`, `\x1b` or `\u202e`. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => {
    if (character === '\n') return '\\n';
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x100) return `\\x${point.toString(16).padStart(2, '0')}`;
    return point < 0x10000 ? `\\u${point.toString(16).padStart(4, '0')}` : `\\u{${point.toString(16)}}`;
  });
}

/** The lines of the text, each harmless. A final line feed does not make a line of its own. */
export function printableLines(text: string): string[] {
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n').map(printable);
}
