// The sample solutions of an exercise: right ones, with the commentary that students read after passing, and wrong ones,
// each with what it declares about itself.
import { type Declaration, isDeclaration, readDeclaration } from './declaration.ts';
import { splitTitle } from './introduction-text.ts';
import type { PackFolder } from './pack-folder.ts';
import { type Localised, MAX_SOURCE_BYTES } from './schema.ts';

/** The right solution that every exercise has, with commentary. */
export const REFERENCE = 'reference';

/** A sample solution. */
export interface Sample {
  /** Its path below the exercise's folder, for example `solutions/failed/no_limit.py`. */
  file: string;
  source: string;
}

export interface FailedSample extends Sample {
  declaration: Declaration;
}

export interface PassedSample extends Sample {
  /** The file's name without `.py`. */
  name: string;
  /** What students read beside it after passing; null when it is there for the check only. */
  commentary: { title: Localised; text: Localised } | null;
}

type Kind = 'passed' | 'failed';

function readSamples(solutions: PackFolder, kind: Kind): Sample[] {
  const folder = solutions.folder(kind);
  if (!folder.exists()) {
    const what = kind === 'passed' ? 'a right solution' : 'a wrong solution that is declared as such';
    folder.report('', null, `There is no folder solutions/${kind}.`, `Make it, and put ${what} there.`);
    return [];
  }
  const samples: Sample[] = [];
  for (const { name, kind: entryKind } of folder.entries()) {
    if (kind === 'passed' && entryKind === 'file' && /\.md$/.test(name)) continue; // see readCommentary
    if (entryKind === 'folder' || !/^[a-z0-9_]+\.py$/.test(name)) {
      const fix = 'Name it in lower case with underscores, ending in .py.';
      folder.report(name, null, 'Only Python files belong here.', fix);
      continue;
    }
    const source = folder.requiredText(name, 'a solution', MAX_SOURCE_BYTES);
    if (source !== null) samples.push({ file: `solutions/${kind}/${name}`, source });
  }
  if (samples.length === 0) folder.report('', null, 'There is no sample here.', 'Write at least one.');
  return samples;
}

/** `exercise` is where the paths of samples begin. */
export function readFailedSamples(exercise: PackFolder): FailedSample[] {
  return readSamples(exercise.folder('solutions'), 'failed').map((sample) => {
    const { declaration, problems } = readDeclaration(sample.source);
    for (const { line, message, fix } of problems) exercise.report(sample.file, line, message, fix);
    return { ...sample, declaration };
  });
}

function readTitled(folder: PackFolder, file: string, purpose: string): { title: string; text: string } | null {
  const source = folder.requiredText(file, purpose);
  if (source === null) return null;
  const { title, text } = splitTitle(source);
  if (title !== null && text.trim() !== '') return { title, text };
  folder.report(file, 1, 'The commentary has no title or no text.', 'Begin with "# What is special about it".');
  return null;
}

/** The commentary of one right solution: in both languages, or not at all. The reference must have it. */
function readCommentary(folder: PackFolder, name: string, files: Set<string>): PassedSample['commentary'] {
  const en = `${name}.en.md`;
  const zh = `${name}.zh.md`;
  if (name !== REFERENCE && !files.has(en) && !files.has(zh)) return null;
  const english = readTitled(folder, en, 'what there is to learn from this solution, in English');
  const chinese = readTitled(folder, zh, 'what there is to learn from this solution, in Chinese');
  if (english === null || chinese === null) return null;
  return { title: { en: english.title, zh: chinese.title }, text: { en: english.text, zh: chinese.text } };
}

export function readPassedSamples(exercise: PackFolder): PassedSample[] {
  const samples = readSamples(exercise.folder('solutions'), 'passed');
  const folder = exercise.folder('solutions').folder('passed');
  for (const { file, source } of samples) {
    const index = source.split('\n').findIndex(isDeclaration);
    if (index === -1) continue;
    const fix = 'Remove the line, or move the file to solutions/failed.';
    exercise.report(file, index + 1, 'A right solution declares nothing.', fix);
  }
  const files = new Set(folder.exists() ? folder.fileNames() : []);
  const names = samples.map(({ file }) => file.replace(/^.*\//, '').replace(/\.py$/, ''));
  if (samples.length > 0 && !names.includes(REFERENCE))
    folder.report(`${REFERENCE}.py`, null, 'There is no reference solution.', 'Give the best solution this name.');
  for (const file of files) {
    if (!file.endsWith('.md') || names.some((name) => file === `${name}.en.md` || file === `${name}.zh.md`)) continue;
    folder.report(file, null, 'There is no solution of this name.', 'Call it <solution>.en.md or <solution>.zh.md.');
  }
  return samples.map((sample, n) => {
    const name = names[n] ?? '';
    return { ...sample, name, commentary: readCommentary(folder, name, files) };
  });
}
