// Whether what packs name is there: concepts and exercises, in YAML files and in links of texts.
import { dirname, join, resolve } from 'node:path';
import { type SiteLink, findSiteLinks } from './introduction-text.ts';
import { PackFolder } from './pack-folder.ts';
import type { PackProblem } from './problem.ts';
import { CONCEPTS_FILE, readConcepts } from './read-concepts.ts';
import type { Exercise, Pack } from './read.ts';
import type { Concept } from './schema.ts';

/** What can be named from within a folder of packs. */
export interface Surroundings {
  folder: string;
  concepts: Concept[] | null;
  /** The slugs of all exercises that are there. */
  exercises: Set<string>;
  /** What is wrong with concepts.yaml itself. */
  problems: PackProblem[];
}

/** Looks at the folder that holds the packs; reads no more of them than their folders' names. */
export function lookAround(packsFolder: string): Surroundings {
  const { concepts, problems } = readConcepts(packsFolder);
  const folder = new PackFolder(packsFolder, []);
  const exercises = new Set<string>();
  for (const pack of folder.exists() ? folder.folderNames() : []) {
    const inside = folder.folder(pack);
    for (const name of inside.folderNames())
      if (inside.folder(name).fileNames().includes('exercise.yaml')) exercises.add(name);
  }
  return { folder: packsFolder, concepts, exercises, problems };
}

/** The folder of packs that holds this pack. */
export const packsFolderOf = (packFolder: string): string => dirname(resolve(packFolder));

interface NamedText {
  file: string;
  text: string;
}

function textsOf(exercise: Exercise): NamedText[] {
  const { statement, passed } = exercise;
  const texts = [
    { file: 'statement.en.md', text: statement.en },
    { file: 'statement.zh.md', text: statement.zh },
  ];
  for (const { name, commentary } of passed) {
    if (commentary === null) continue;
    texts.push({ file: `solutions/passed/${name}.en.md`, text: commentary.text.en });
    texts.push({ file: `solutions/passed/${name}.zh.md`, text: commentary.text.zh });
  }
  return texts;
}

function checkLink({ to, slug }: SiteLink, { concepts, exercises }: Surroundings): string | null {
  if (to === 'exercise') return exercises.has(slug) ? null : `There is no exercise "${slug}".`;
  return concepts === null || concepts.some((concept) => concept.slug === slug)
    ? null
    : `There is no concept "${slug}".`;
}

function checkTexts(folder: string, texts: NamedText[], around: Surroundings): PackProblem[] {
  return texts.flatMap(({ file, text }) =>
    findSiteLinks(text).flatMap((link) => {
      const message = checkLink(link, around);
      const fix = 'Correct the link.';
      return message === null ? [] : [{ file: join(folder, file), line: link.line, message, fix }];
    }),
  );
}

function checkConcepts(file: string, named: string[], around: Surroundings): PackProblem[] {
  const { concepts } = around;
  if (concepts === null) return [];
  const fix = `Correct the name, or describe the concept in ${join(around.folder, CONCEPTS_FILE)}.`;
  return named
    .filter((slug) => !concepts.some((concept) => concept.slug === slug))
    .map((slug) => ({ file, line: null, message: `There is no concept "${slug}".`, fix }));
}

/** What an exercise names and is not there. */
export function checkExerciseReferences(exercise: Exercise, around: Surroundings): PackProblem[] {
  const { folder, yaml } = exercise;
  return [
    ...checkConcepts(join(folder, 'exercise.yaml'), yaml.concepts, around),
    ...checkTexts(folder, textsOf(exercise), around),
  ];
}

/** What a pack itself names and is not there; its exercises are looked at one by one. */
export function checkPackReferences(pack: Pack, around: Surroundings): PackProblem[] {
  const { folder, yaml, introduction } = pack;
  const texts =
    introduction === null
      ? []
      : (['en', 'zh'] as const).map((language) => ({
          file: `introduction.${language}.md`,
          text: introduction.text[language],
        }));
  return [...checkConcepts(join(folder, 'pack.yaml'), yaml.concepts, around), ...checkTexts(folder, texts, around)];
}

/** The concepts that a reader can come to: named by an exercise or an introduction, or related to one that is. */
function findReachable(packs: Pack[], concepts: Concept[]): Set<string> {
  const reached = new Set<string>();
  const reach = (slug: string): void => {
    if (reached.has(slug)) return;
    reached.add(slug);
    concepts.find((concept) => concept.slug === slug)?.related.forEach(reach);
  };
  for (const { exercises, introduction } of packs) {
    exercises.flatMap(({ yaml }) => yaml.concepts).forEach(reach);
    for (const text of Object.values(introduction?.text ?? {}))
      for (const { to, slug } of findSiteLinks(text)) if (to === 'concept') reach(slug);
  }
  return reached;
}

/** Concepts that nothing leads to, and links of concepts to exercises that are not there. */
export function checkConceptUse(packs: Pack[], around: Surroundings): PackProblem[] {
  const file = join(around.folder, CONCEPTS_FILE);
  const concepts = around.concepts ?? [];
  const used = findReachable(packs, concepts);
  return concepts.flatMap(({ slug, text }) => {
    const problems: PackProblem[] = [];
    if (!used.has(slug)) {
      const fix = 'Name it where it is taught, or remove it.';
      problems.push({ file, line: null, message: `Nothing leads to the concept "${slug}".`, fix });
    }
    for (const link of [...findSiteLinks(text.en), ...findSiteLinks(text.zh)]) {
      const message = link.to === 'exercise' ? checkLink(link, around) : null;
      if (message !== null)
        problems.push({ file, line: null, message: `In "${slug}": ${message}`, fix: 'Correct it.' });
    }
    return problems;
  });
}
