// A pack's introduction: its text in both languages, and the programs that it shows. Whether these print what they
// should is the task of check-introduction.ts.
import { type TextProblem, readIntroductionText } from './introduction-text.ts';
import type { PackFolder } from './pack-folder.ts';
import { type Localised, MAX_SOURCE_BYTES, snippetsYamlSchema } from './schema.ts';
import { readYaml } from './yaml-file.ts';

/** A program of the introduction, and what it should do. */
export interface Snippet {
  /** The file's name without `.py`. */
  name: string;
  /** Its path below the pack's folder. */
  file: string;
  source: string;
  /** Virtual seconds. */
  seconds: number;
  output: string;
}

export interface Introduction {
  text: Localised;
  snippets: Snippet[];
}

export const INTRODUCTION_FILES = ['introduction.en.md', 'introduction.zh.md'];

function readSnippets(pack: PackFolder): Snippet[] {
  const folder = pack.folder('introduction');
  if (!folder.exists()) {
    folder.report('', null, 'There is no folder introduction.', 'Make it, for snippets.yaml and <name>.py files.');
    return [];
  }
  const declared = readYaml(folder, 'snippets.yaml', 'seconds and output of each program', snippetsYamlSchema);
  const found: Snippet[] = [];
  for (const { name: entry, kind } of folder.entries()) {
    if (kind === 'file' && entry === 'snippets.yaml') continue;
    const name = /^([a-z][a-z0-9_]*)\.py$/.exec(entry)?.[1];
    if (kind === 'folder' || name === undefined) {
      const fix = 'Name a program in lower case with underscores, ending in .py.';
      folder.report(entry, null, 'introduction/ holds programs and snippets.yaml only.', fix);
      continue;
    }
    const source = folder.requiredText(entry, 'a program with async def main()', MAX_SOURCE_BYTES);
    if (declared === null || source === null) continue;
    const { [name]: expected } = declared;
    if (expected) found.push({ name, file: `introduction/${entry}`, source, ...expected });
    else folder.report('snippets.yaml', null, `"${name}" is missing.`, `Add "${name}" with seconds and output.`);
  }
  for (const name of Object.keys(declared ?? {})) {
    if (folder.fileNames().includes(`${name}.py`)) continue;
    folder.report('snippets.yaml', null, `There is no program ${name}.py.`, 'Remove the entry, or write the program.');
  }
  return found;
}

/** Each program is shown exactly once in each language, and in the same order. */
function checkSnippetUse(pack: PackFolder, texts: Localised, snippets: Snippet[]): void {
  const names = snippets.map(({ name }) => name);
  const shown = { en: [] as string[], zh: [] as string[] };
  for (const language of ['en', 'zh'] as const) {
    const file = `introduction.${language}.md`;
    const { blocks, problems } = readIntroductionText(texts[language]);
    const report = ({ line, message, fix }: TextProblem) => pack.report(file, line, message, fix);
    problems.forEach(report);
    for (const block of blocks) {
      if (block.kind !== 'snippet') continue;
      const at = { line: block.line, fix: 'Correct the name, or write the program.' };
      if (!names.includes(block.name)) report({ ...at, message: `There is no program introduction/${block.name}.py.` });
      if (shown[language].includes(block.name))
        report({ ...at, message: `The program ${block.name} is shown twice.`, fix: 'Show it once.' });
      shown[language].push(block.name);
    }
    for (const name of names.filter((one) => !shown[language].includes(one))) {
      const fix = `Add the paragraph [its title](introduction/${name}.py), or delete the program.`;
      pack.report(file, null, `The program introduction/${name}.py is not shown.`, fix);
    }
  }
  if (shown.en.length === shown.zh.length && shown.en.some((name, n) => name !== shown.zh[n])) {
    const fix = 'Bring them into the order of the English text.';
    pack.report('introduction.zh.md', null, 'The programs stand in another order than in English.', fix);
  }
}

/** Reads the introduction of a pack; null when a text is missing, which is then reported. */
export function readIntroduction(pack: PackFolder): Introduction | null {
  const en = pack.requiredText('introduction.en.md', 'what a student should know before the exercises, in English');
  const zh = pack.requiredText('introduction.zh.md', 'what a student should know before the exercises, in Chinese');
  const snippets = readSnippets(pack);
  if (en === null || zh === null) return null;
  checkSnippetUse(pack, { en, zh }, snippets);
  return { text: { en, zh }, snippets };
}
