// A YAML file against its schema, with the line of every problem. Aliases are refused: no pack needs them, and they
// are how a small file becomes a large one.
import { LineCounter, type Document, isMap, isNode, isScalar, parseDocument, visit } from 'yaml';
import type { ZodType, z } from 'zod';
import type { PackFolder } from './pack-folder.ts';

type Path = PropertyKey[];

/** The line of the key that leads to a value, of the value itself, or of what encloses a value that is not there. */
function lineOf(document: Document, counter: LineCounter, path: Path): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const parent = length === 0 ? null : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const key = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === last)?.key : null;
    const node = key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

function describe(issue: z.core.$ZodIssue): { message: string; fix: string; path: Path } {
  const name = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ');
    const where = name === '' ? '' : ` in "${name}"`;
    return {
      message: `Unknown key${where}: ${keys}.`,
      fix: 'Remove it, or correct its spelling.',
      path: [...issue.path, issue.keys[0] ?? ''],
    };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return { message: `"${name}" is missing.`, fix: `Add "${name}" (${issue.expected}).`, path: issue.path };
  }
  return { message: `"${name}": ${issue.message}.`, fix: 'Correct the value.', path: issue.path };
}

/** The parsed and checked content; null when something is wrong, which is then reported with its line. */
export function readYaml<T>(folder: PackFolder, name: string, purpose: string, schema: ZodType<T>): T | null {
  const text = folder.requiredText(name, purpose);
  if (text === null) return null;
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false });
  const before = folder.problems.length;
  for (const error of [...document.errors, ...document.warnings]) {
    folder.report(name, counter.linePos(error.pos[0]).line, `Not valid YAML: ${error.message}.`, 'Correct the line.');
  }
  visit(document, {
    Alias(_key, alias) {
      const line = alias.range ? counter.linePos(alias.range[0]).line : null;
      folder.report(name, line, 'YAML aliases are not used in packs.', 'Write the value out.');
    },
  });
  if (folder.problems.length > before) return null;
  const parsed = schema.safeParse(document.toJS(), { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const { message, fix, path } = describe(issue);
    folder.report(name, lineOf(document, counter, path), message, fix);
  }
  return null;
}
