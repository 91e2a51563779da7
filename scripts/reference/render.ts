// The reference page for authors, made from the doc comments of the judge's Python files.
import { readFileSync } from 'node:fs';
import { inRoot } from '../project.mjs';
import { contents, type Section } from './contents.ts';
import { readPython, type Documented, type DocumentedClass } from './read-python.ts';

const HEAD = `# Reference for scenarios

Made from the doc comments of \`grader/python/judge/overlap\` by \`npm run reference\`; change them there. How packs are written
is in [the guide for authors](authors.md).

All times are virtual seconds. What a scenario imports comes from \`overlap.judge\`:

`;

/** Where the page lies, from the project's folder. */
export const REFERENCE = 'docs/judge-api.md';

/** The page, and what public things lack a doc comment. */
export function renderReference(): { page: string; missing: string[] } {
  const missing: string[] = [];
  const sections = contents.map((section) => renderSection(section, missing));
  const names = /__all__ = \[(.*)\]/s.exec(readSource('judge.py'))?.[1] ?? '';
  const imported = [...names.matchAll(/"(\w+)"/g)].map(([, name]) => name ?? '');
  const told = new Set(contents.flatMap(({ functions = [] }) => functions));
  missing.push(...imported.filter((name) => !told.has(name)).map((name) => `${name} of overlap.judge`));
  const toc = contents.map(({ title }) => `- [${title}](#${title.toLowerCase().replaceAll(' ', '-')})`).join('\n');
  const list = imported.map((name) => `\`${name}\``).join(', ');
  return { page: `${HEAD}${list}.\n\n${toc}\n\n${sections.join('\n\n')}\n`, missing };
}

function readSource(file: string): string {
  return readFileSync(inRoot('grader', 'python', 'judge', 'overlap', file), 'utf8');
}

function renderSection(section: Section, missing: string[]): string {
  const { classes, functions } = readPython(readSource(section.file));
  const parts = [`## ${section.title}`];
  for (const name of section.functions ?? []) parts.push(renderOne(name, functions.get(name), missing));
  for (const [name, subject] of section.classes ?? []) {
    const found = classes.get(name);
    if (section.classes?.length !== 1) parts.push(`### \`${subject}\``);
    parts.push(renderDoc(found?.doc ?? null, `class ${name}`, missing));
    for (const member of membersOf(found, section)) parts.push(renderOne(`${subject}.${member.name}`, member, missing));
  }
  return parts.join('\n\n');
}

function membersOf(found: DocumentedClass | undefined, { internal = [], only }: Section): Documented[] {
  return (found?.members ?? []).filter(({ name }) => !internal.includes(name) && (only?.includes(name) ?? true));
}

function renderOne(title: string, one: Documented | undefined, missing: string[]): string {
  const heading = `### \`${one?.isAsync ? 'await ' : ''}${title}${one?.signature ?? ''}\``;
  return `${heading}\n\n${renderDoc(one?.doc ?? null, title, missing)}`;
}

/** A doc comment as Markdown: what is indented in it is an example. */
function renderDoc(doc: string | null, title: string, missing: string[]): string {
  if (doc === null) {
    missing.push(title);
    return '';
  }
  return doc
    .split(/\n\n+/)
    .map((part) => (part.startsWith('    ') ? `\`\`\`python\n${part.replaceAll(/^ {4}/gm, '')}\n\`\`\`` : part))
    .join('\n\n');
}
