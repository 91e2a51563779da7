// Reads what a Python file of ours documents: classes and functions with their signatures and doc comments. Knows the
// form that these files have, not all of Python; what it cannot read it reports, and the test fails.

export interface Documented {
  readonly name: string;
  /** `(users, *, latency=0.0)` without self; null for what is looked at and not called. */
  readonly signature: string | null;
  readonly isAsync: boolean;
  /** The doc comment, its first line and the rest aligned; null when there is none. */
  readonly doc: string | null;
}

export interface DocumentedClass extends Documented {
  readonly members: readonly Documented[];
}

export interface PythonFile {
  readonly classes: ReadonlyMap<string, DocumentedClass>;
  readonly functions: ReadonlyMap<string, Documented>;
}

const DEFINITION = /^( *)(async )?(def|class) (\w+)/;
const QUOTES = '"""';

/** The public names of a file. Throws on a signature or a doc comment that has no end. */
export function readPython(text: string): PythonFile {
  const lines = text.split('\n');
  const classes = new Map<string, DocumentedClass>();
  const functions = new Map<string, Documented>();
  let members: Documented[] = [];
  for (let at = 0; at < lines.length; at++) {
    const found = DEFINITION.exec(lines[at] ?? '');
    const attribute = readAttribute(lines, at);
    if (attribute) members.push(...attribute);
    if (!found) continue;
    const [, indent = '', isAsync, kind, name = ''] = found;
    const { signature, next } = readSignature(lines, at);
    const one = { name, isAsync: isAsync !== undefined, doc: readDoc(lines, next) };
    const isProperty = /^ *@(property|functools\.cached_property)/.test(lines[at - 1] ?? '');
    if (kind === 'class' && indent === '') {
      members = [];
      classes.set(name, { ...one, signature: null, members });
    } else if (indent === '') {
      members = [];
      functions.set(name, { ...one, signature });
    } else if (indent === '    ' && !/^(_|overlap_)/.test(name)) {
      members.push({ ...one, signature: isProperty ? null : signature });
    }
  }
  return { classes, functions };
}

/** The head of a definition, to the colon that ends it. */
function readSignature(lines: readonly string[], at: number): { signature: string; next: number } {
  let text = '';
  for (let next = at; next < lines.length; next++) {
    text += (lines[next] ?? '').replace(/ +#.*$/, '').trim() + ' ';
    if (!/:\s*$/.test(text) || count(text, '(') > count(text, ')')) continue;
    const inside = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    const parameters = text.includes('(')
      ? inside
          .trim()
          .replace(/^self(, (\/, )?)?/, '')
          .replace(/,$/, '')
      : '';
    return { signature: `(${parameters})`, next: next + 1 };
  }
  throw new Error(`a definition without an end in line ${at + 1}`);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** The doc comment that begins on a line, with the indentation of its further lines taken away. */
function readDoc(lines: readonly string[], at: number): string | null {
  const first = lines[at]?.trim();
  if (!first?.startsWith(QUOTES)) return null;
  const indent = (lines[at] ?? '').length - (lines[at] ?? '').trimStart().length;
  const doc: string[] = [];
  for (let next = at; next < lines.length; next++) {
    const line = (lines[next] ?? '').slice(indent).trimEnd();
    const begun = next === at ? line.slice(QUOTES.length) : line;
    if (begun.endsWith(QUOTES)) return [...doc, begun.slice(0, -QUOTES.length).trimEnd()].join('\n').trimEnd();
    doc.push(begun);
  }
  throw new Error(`a doc comment without an end in line ${at + 1}`);
}

/** Attributes below a comment that begins with `#:`. */
function readAttribute(lines: readonly string[], at: number): Documented[] | null {
  if (!/^ {8}#: /.test(lines[at] ?? '') || /^ *#: /.test(lines[at - 1] ?? '')) return null;
  const comment: string[] = [];
  let next = at;
  for (; /^ *#: /.test(lines[next] ?? ''); next++) comment.push((lines[next] ?? '').trim().slice(3));
  const names = [...(lines[next] ?? '').replace(/ = .*/, '').matchAll(/\bself\.([a-z]\w*)/g)].map(
    ([, name]) => name ?? '',
  );
  const shown = names.filter((name) => !name.startsWith('overlap_'));
  return shown.map((name) => ({ name, signature: null, isAsync: false, doc: comment.join(' ') }));
}
