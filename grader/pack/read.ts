// From a folder of files to a pack. Reads and checks each file by itself; whether the samples do what they declare
// needs the grader and is the task of check.ts. Used by the seed, the worker and the authors' CLI; never by a page,
// because what it returns holds hidden scenarios.
import { basename, dirname, join, resolve } from 'node:path';
import { contentHash } from './content-hash.ts';
import { type Declaration, isDeclaration, readDeclaration } from './declaration.ts';
import { PackFolder } from './pack-folder.ts';
import type { PackProblem } from './problem.ts';
import {
  type ExerciseBundle,
  type ExerciseYaml,
  MAX_SOURCE_BYTES,
  type PackYaml,
  type PublicExercise,
  type ScenarioOutline,
  exerciseYamlSchema,
  packYamlSchema,
} from './schema.ts';
import { readYaml } from './yaml-file.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A sample solution. */
export interface Sample {
  /** Its path below the exercise's folder, for example `solutions/failed/no_limit.py`. */
  file: string;
  source: string;
}

export interface FailedSample extends Sample {
  declaration: Declaration;
}

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
  passed: Sample[];
  failed: FailedSample[];
  contentHash: string;
}

export interface Pack {
  folder: string;
  slug: string;
  yaml: PackYaml;
  /** In the order students meet them. Exercises too broken to be read are left out, and reported. */
  exercises: Exercise[];
}

function readSamples(solutions: PackFolder, kind: 'passed' | 'failed'): Sample[] {
  const folder = solutions.folder(kind);
  if (!folder.exists()) {
    const what = kind === 'passed' ? 'a right solution' : 'a wrong solution that is declared as such';
    folder.report('', null, `There is no folder solutions/${kind}.`, `Make it, and put ${what} there.`);
    return [];
  }
  const samples: Sample[] = [];
  for (const { name, kind: entryKind } of folder.entries()) {
    if (entryKind === 'folder' || !/^[a-z0-9_]+\.py$/.test(name)) {
      folder.report(
        name,
        null,
        'Only Python files belong here.',
        'Name it in lower case with underscores, ending in .py.',
      );
      continue;
    }
    const source = folder.requiredText(name, 'a solution', MAX_SOURCE_BYTES);
    if (source !== null) samples.push({ file: `solutions/${kind}/${name}`, source });
  }
  if (samples.length === 0) folder.report('', null, 'There is no sample here.', 'Write at least one.');
  return samples;
}

function readFailedSamples(exercise: PackFolder, solutions: PackFolder): FailedSample[] {
  return readSamples(solutions, 'failed').map((sample) => {
    const { declaration, problems } = readDeclaration(sample.source);
    for (const { line, message, fix } of problems) exercise.report(sample.file, line, message, fix);
    return { ...sample, declaration };
  });
}

function readPassedSamples(exercise: PackFolder, solutions: PackFolder): Sample[] {
  const samples = readSamples(solutions, 'passed');
  for (const { file, source } of samples) {
    const index = source.split('\n').findIndex(isDeclaration);
    if (index === -1) continue;
    exercise.report(
      file,
      index + 1,
      'A right solution declares nothing.',
      'Remove the line, or move the file to solutions/failed.',
    );
  }
  return samples;
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
  const solutions = folder.folder('solutions');
  const passed = readPassedSamples(folder, solutions);
  const failed = readFailedSamples(folder, solutions);
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
    if (kind === 'file' && name !== 'pack.yaml') {
      folder.report(name, null, 'A pack has no such file.', 'A pack holds pack.yaml and one folder per exercise.');
    }
    if (kind === 'file') continue;
    const read = readExercise(join(path, name));
    problems.push(...read.problems);
    if (read.exercise !== null) exercises.push(read.exercise);
  }
  if (!entries.some(({ kind }) => kind !== 'file'))
    folder.report('', null, 'The pack has no exercise.', 'Add one: npm run -s pack -- new <pack>/<exercise>.');
  return { pack: yaml === null ? null : { folder: path, slug, yaml, exercises: exercises.sort(byOrder) }, problems };
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
