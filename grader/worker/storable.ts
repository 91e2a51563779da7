// PostgreSQL's jsonb takes neither NUL characters nor halves of surrogate pairs. A student's output and messages may
// hold both, and must not turn their verdict into trouble of ours.

const storableText = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd');

/** The same plain data with every character that cannot be stored replaced by U+FFFD. */
export function toStorable<T>(value: T): T;
export function toStorable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map((item) => toStorable<unknown>(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toStorable<unknown>(item)]));
}
