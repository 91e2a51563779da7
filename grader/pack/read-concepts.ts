// The concepts that packs teach, from concepts.yaml beside the packs' folders.
import { findSiteLinks } from './introduction-text.ts';
import { PackFolder } from './pack-folder.ts';
import type { PackProblem } from './problem.ts';
import { type Concept, conceptsYamlSchema } from './schema.ts';
import { readYaml } from './yaml-file.ts';

export const CONCEPTS_FILE = 'concepts.yaml';

/** Reads the concepts of a folder of packs, in the order of the file; null when the file cannot be used. */
export function readConcepts(packsFolder: string): { concepts: Concept[] | null; problems: PackProblem[] } {
  const folder = new PackFolder(packsFolder, []);
  const yaml = readYaml(folder, CONCEPTS_FILE, 'the concepts that exercises name', conceptsYamlSchema);
  if (yaml === null) return { concepts: null, problems: folder.problems };
  const concepts = Object.entries(yaml).map(([slug, concept]) => ({ slug, ...concept }));
  const report = (slug: string, message: string, fix: string) =>
    folder.report(CONCEPTS_FILE, findLine(folder, slug), message, fix);
  for (const { slug, related, text, title } of concepts) {
    if (!/\p{Script=Han}/u.test(text.zh)) report(slug, `The text of "${slug}" has no Chinese text.`, 'Write it.');
    if (title.en === slug && slug.includes('-'))
      report(slug, `The title of "${slug}" is its slug.`, 'Give it a title.');
    const linked = [text.en, text.zh].flatMap(findSiteLinks).filter(({ to }) => to === 'concept');
    for (const other of new Set([...related, ...linked.map((link) => link.slug)])) {
      if (other === slug) report(slug, `"${slug}" leads to itself.`, 'Remove it.');
      else if (!Object.hasOwn(yaml, other))
        report(slug, `There is no concept "${other}".`, 'Correct the name, or add it.');
    }
  }
  return { concepts, problems: folder.problems };
}

function findLine(folder: PackFolder, slug: string): number | null {
  const index =
    folder
      .optionalText(CONCEPTS_FILE)
      ?.split('\n')
      .findIndex((line) => line.startsWith(`${slug}:`)) ?? -1;
  return index === -1 ? null : index + 1;
}
