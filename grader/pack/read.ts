// From a folder of files to a pack. Reads and checks each file by itself; whether the samples do what they declare
// needs the grader and is the task of check.ts. Used by the seed, the worker and the authors' CLI; never by a page,
// because what it returns holds hidden scenarios.
import { basename, dirname, join, resolve } from 'node:path';
import { contentHash } from './content-hash.ts';
import { PackFolder } from './pack-folder.ts';
import type { PackProblem } from './problem.ts';
import { INTRODUCTION_FILES, type Introduction, readIntroduction } from './read-introduction.ts';
import {
  type FailedSample,
  type PassedSample,
  REFERENCE,
  readFailedSamples,
  readPassedSamples,
} from './read-solutions.ts';
import {
  type ExerciseBundle,
  type ExerciseYaml,
  MAX_SOURCE_BYTES,
  type PackYaml,
  type PublicExercise,
  type ScenarioOutline,
  type WorkedSolution,
  exerciseYamlSchema,
  packYamlSchema,
} from './schema.ts';
import { readYaml } from './yaml-file.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export interface Exercise {
  /** The folder as the caller gave it. */
  folder: string;
  /** The slug of its pack: the name of the folder above. */
  pack: string;
  yaml: ExerciseYaml;
  /** Markdown; empty where the file is missing, which is then a problem. */
  statement: { en: string; zh: string };
  starter: string;
  support: string | null;
  scenarios: string;
  passed: PassedSample[];
  failed: FailedSample[];
  contentHash: string;
}

export interface Pack {
  folder: string;
  slug: string;
  yaml: PackYaml;
  /** Null when a text of it is missing, which is then a problem. */
  introduction: Introduction | null;
  /** In the order students meet them. Exercises too broken to be read are left out, and reported. */
  exercises: Exercise[];
}

const KNOWN_FILES = [
  'exercise.yaml',
  'statement.en.md',
  'statement.zh.md',
  'starter.py',
  'support.py',
  'scenarios.py',
  'design.md',
];

function reportUnknown(folder: PackFolder): void {
  for (const { name, kind } of folder.entries()) {
    if (kind === 'file' && KNOWN_FILES.includes(name)) continue;
    if (kind === 'folder' && name === 'solutions') continue;
    const known = `${KNOWN_FILES.join(', ')} and solutions/`;
    folder.report(name, null, 'An exercise has no such file.', `Remove it, or give it its right name: ${known}.`);
  }
  const solutions = folder.folder('solutions');
  if (!solutions.exists()) return;
  for (const { name, kind } of solutions.entries()) {
    if (kind === 'folder' && (name === 'passed' || name === 'failed')) continue;
    solutions.report(
      name,
      null,
      'solutions/ holds passed/ and failed/ only.',
      'Move it into one of them, or remove it.',
    );
  }
}

/** Reads one exercise. `exercise` is null when it cannot even be graded; `problems` says all that is wrong. */
export function readExercise(path: string): { exercise: Exercise | null; problems: PackProblem[] } {
  const folder = new PackFolder(path, []);
  const { problems } = folder;
  if (!folder.exists()) {
    folder.report(
      '',
      null,
      'There is no such folder.',
      'Give the path of an exercise, for example exercises/<pack>/<exercise>.',
    );
    return { exercise: null, problems };
  }
  reportUnknown(folder);
  const yaml = readYaml(
    folder,
    'exercise.yaml',
    'title, difficulty, concepts and hints of the exercise',
    exerciseYamlSchema,
  );
  const name = basename(resolve(path));
  if (yaml !== null && yaml.slug !== name) {
    folder.report(
      'exercise.yaml',
      null,
      `The slug is "${yaml.slug}", the folder is "${name}".`,
      'Give both the same name.',
    );
  }
  const scenarios = folder.requiredText('scenarios.py', 'at least one visible and one hidden scenario');
  const starter = folder.requiredText('starter.py', 'the code the student starts from', MAX_SOURCE_BYTES);
  const support = folder.optionalText('support.py');
  const statement = {
    en: folder.requiredText('statement.en.md', 'the statement in English') ?? '',
    zh: folder.requiredText('statement.zh.md', 'the statement in Chinese') ?? '',
  };
  folder.requiredText('design.md', 'which misconception the exercise is about');
  const passed = readPassedSamples(folder);
  const failed = readFailedSamples(folder);
  if (yaml === null || scenarios === null || starter === null) return { exercise: null, problems };
  const { slug, image, limits } = yaml;
  const hash = contentHash({ slug, image, limits, scenarios, support });
  const pack = basename(dirname(resolve(path)));
  const texts = { statement, starter, support, scenarios, contentHash: hash };
  return { exercise: { folder: path, pack, yaml, ...texts, passed, failed }, problems };
}

function byOrder(a: Exercise, b: Exercise): number {
  return a.yaml.order - b.yaml.order || (a.yaml.slug < b.yaml.slug ? -1 : 1);
}

/** Two exercises that claim the same place would stand in the order of their names. */
function reportSharedOrder(pack: PackFolder, exercises: Exercise[]): void {
  const taken = new Map<number, string>();
  for (const { yaml } of exercises) {
    const other = taken.get(yaml.order);
    const message = `"${other}" has the same order ${yaml.order}.`;
    if (other !== undefined)
      pack.report(`${yaml.slug}/exercise.yaml`, null, message, 'Give each exercise a place of its own.');
    else taken.set(yaml.order, yaml.slug);
  }
}

/** Reads a pack with its exercises. `pack` is null when there is no usable pack.yaml. */
export function readPack(path: string): { pack: Pack | null; problems: PackProblem[] } {
  const folder = new PackFolder(path, []);
  const { problems } = folder;
  if (!folder.exists()) {
    folder.report('', null, 'There is no such folder.', 'Give the path of a pack, for example exercises/<pack>.');
    return { pack: null, problems };
  }
  const slug = basename(resolve(path));
  if (!SLUG.test(slug))
    folder.report('', null, `"${slug}" is no name for a pack.`, 'Use lower-case words joined by hyphens.');
  const yaml = readYaml(
    folder,
    'pack.yaml',
    'title, summary, concepts, licence and authors of the pack',
    packYamlSchema,
  );
  const exercises: Exercise[] = [];
  const entries = folder.entries();
  for (const { name, kind } of entries) {
    if (kind === 'file' && name !== 'pack.yaml' && !INTRODUCTION_FILES.includes(name)) {
      const fix = 'A pack holds pack.yaml, its introduction and one folder per exercise.';
      folder.report(name, null, 'A pack has no such file.', fix);
    }
    if (kind === 'file' || name === 'introduction') continue;
    const read = readExercise(join(path, name));
    problems.push(...read.problems);
    if (read.exercise !== null) exercises.push(read.exercise);
  }
  const introduction = readIntroduction(folder);
  reportSharedOrder(folder, exercises);
  if (!entries.some(({ name, kind }) => kind !== 'file' && name !== 'introduction'))
    folder.report('', null, 'The pack has no exercise.', 'Add one: npm run -s pack -- new <pack>/<exercise>.');
  const pack = yaml === null ? null : { folder: path, slug, yaml, introduction, exercises: exercises.sort(byOrder) };
  return { pack, problems };
}

/** What the grader needs of an exercise; holds the hidden scenarios. */
export function toBundle(exercise: Exercise): ExerciseBundle {
  const { slug, image, limits } = exercise.yaml;
  const { contentHash: hash, scenarios, support } = exercise;
  return { slug, contentHash: hash, image, limits, scenarios, support };
}

/** What students may see of an exercise; `outlines` come from the grader. The source of hidden ones is left out. */
export function toPublicExercise(exercise: Exercise, outlines: ScenarioOutline[]): PublicExercise {
  const { slug, title, summary, order, difficulty, concepts, minutes, hints } = exercise.yaml;
  const { pack, statement, starter, support, contentHash: hash } = exercise;
  const scenarios = outlines.map(({ name, weight, visible, source }) => ({
    name,
    weight,
    visible,
    source: visible ? source : null,
  }));
  const about = { pack, slug, title, summary, order, difficulty, concepts, minutes, hints };
  return { ...about, statement, starter, support, scenarios, contentHash: hash };
}

/** What students may see after passing: the right solutions that have commentary, the reference first. */
export function toWorkedSolutions(exercise: Exercise): WorkedSolution[] {
  const worked = exercise.passed.flatMap(({ name, source, commentary }) => {
    if (commentary === null) return [];
    const { title, text } = commentary;
    return [{ name, isReference: name === REFERENCE, title, source, commentary: text }];
  });
  return worked.sort((a, b) => Number(b.isReference) - Number(a.isReference));
}
