// pack check: whether packs keep their word. One exercise, one pack, or all packs of this installation.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkIntroduction } from '../pack/check-introduction.ts';
import {
  checkConceptUse,
  checkExerciseReferences,
  checkPackReferences,
  lookAround,
  packsFolderOf,
} from '../pack/check-references.ts';
import { type ExerciseReport, checkExercise } from '../pack/check.ts';
import { mapConcurrently } from '../pack/map-concurrently.ts';
import { type PackProblem, formatProblem } from '../pack/problem.ts';
import { type Exercise, type Pack, readExercise, readPack } from '../pack/read.ts';
import { printableLines } from '../verdict/printable.ts';
import { readArguments } from './arguments.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';

export const CHECK_USAGE = 'pack check <pack-folder, exercise-folder or "all"> [--repeat N] [--json]';
const REPEAT_MAX = 1_000;

interface ReadResult {
  packs: Pack[];
  exercises: Exercise[];
  problems: PackProblem[];
}

function readExerciseAlone(folder: string): ReadResult {
  const around = lookAround(dirname(packsFolderOf(folder)));
  const { exercise, problems } = readExercise(folder);
  const found = [...problems, ...around.problems];
  if (exercise === null) return { packs: [], exercises: [], problems: found };
  return { packs: [], exercises: [exercise], problems: [...found, ...checkExerciseReferences(exercise, around)] };
}

function readPacks(packsFolder: string, folders: string[]): ReadResult {
  const around = lookAround(packsFolder);
  const problems = [...around.problems];
  const packs: Pack[] = [];
  for (const folder of folders) {
    const read = readPack(folder);
    problems.push(...read.problems);
    if (read.pack === null) continue;
    packs.push(read.pack);
    problems.push(...checkPackReferences(read.pack, around));
    for (const exercise of read.pack.exercises) problems.push(...checkExerciseReferences(exercise, around));
  }
  return { packs, exercises: packs.flatMap((pack) => pack.exercises), problems };
}

function readOne(folder: string): ReadResult {
  if (!existsSync(folder))
    throw new UsageError(
      `${folder}: There is no such folder. Fix: Give the path of a pack, for example exercises/<pack>.`,
    );
  if (existsSync(join(folder, 'exercise.yaml'))) return readExerciseAlone(folder);
  return readPacks(packsFolderOf(folder), [folder]);
}

/** Two exercises of one name could not be told apart in an address of the site. */
function findDuplicates(exercises: Exercise[]): PackProblem[] {
  const first = new Map<string, string>();
  const problems: PackProblem[] = [];
  for (const { folder, yaml } of exercises) {
    const other = first.get(yaml.slug);
    if (other === undefined) first.set(yaml.slug, folder);
    else {
      const message = `${other} has the same slug "${yaml.slug}".`;
      problems.push({ file: join(folder, 'exercise.yaml'), line: null, message, fix: 'Rename one of them.' });
    }
  }
  return problems;
}

function readAll(packsFolder: string): ReadResult {
  const folders = readdirSync(packsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (folders.length === 0) throw new UsageError(`There is no pack in ${packsFolder}.`);
  const read = readPacks(
    packsFolder,
    folders.map(({ name }) => join(packsFolder, name)),
  );
  const whole = [...findDuplicates(read.exercises), ...checkConceptUse(read.packs, lookAround(packsFolder))];
  return { ...read, problems: [...read.problems, ...whole] };
}

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function describe({ pack, slug, scenarios, visible, passed, failed, problems }: ExerciseReport, ms: number): string {
  const mark = problems.length === 0 ? '✓' : '✗';
  const samples = `${passed} right and ${failed} wrong samples`;
  return `${mark} ${pack}/${slug}: ${scenarios} scenarios (${visible} visible), ${samples}, ${inSeconds(ms)}\n`;
}

function printProblems(problems: PackProblem[], print: CommandContext['print']): void {
  for (const problem of problems) print(`  ${printableLines(formatProblem(problem)).join('\n    ')}\n`);
}

function readRepeat(text: string): number {
  const repeat = Number(text);
  if (Number.isInteger(repeat) && repeat >= 1 && repeat <= REPEAT_MAX) return repeat;
  throw new UsageError(`--repeat takes a whole number from 1 to ${REPEAT_MAX}, not "${text}".`);
}

interface Run {
  context: CommandContext;
  print: CommandContext['print'];
  repeat: number;
}

async function checkIntroductions(packs: Pack[], { context, print, repeat }: Run): Promise<PackProblem[]> {
  const all: PackProblem[] = [];
  for (const { slug, folder, introduction } of packs) {
    const { snippets } = introduction ?? { snippets: [] };
    if (snippets.length === 0) continue;
    const { concurrency } = context;
    const problems = await checkIntroduction(folder, snippets, await context.openGrader(), { concurrency, repeat });
    const count = `${snippets.length} program${snippets.length === 1 ? '' : 's'}`;
    print(`${problems.length === 0 ? '✓' : '✗'} ${slug}, introduction: ${count}\n`);
    printProblems(problems, print);
    all.push(...problems);
  }
  return all;
}

/** Two exercises at a time, so that no core waits for the last sample of one; the grader has its own limit. */
async function checkExercises(exercises: Exercise[], { context, print, repeat }: Run): Promise<ExerciseReport[]> {
  if (exercises.length === 0) return [];
  const grader = await context.openGrader();
  const { concurrency } = context;
  return mapConcurrently(exercises, Math.min(2, concurrency), async (exercise) => {
    const begin = performance.now();
    const report = await checkExercise(exercise, grader, { concurrency, repeat });
    print(describe(report, performance.now() - begin));
    printProblems(report.problems, print);
    return report;
  });
}

export const check: Command = async (args, context) => {
  const { values, positionals } = readArguments(
    args,
    { json: { type: 'boolean', default: false }, repeat: { type: 'string', default: '2' } },
    ['<pack-folder, exercise-folder or "all">'],
    CHECK_USAGE,
  );
  const begin = performance.now();
  const [what = ''] = positionals;
  const repeat = readRepeat(values.repeat);
  const read = what === 'all' ? readAll(context.packsFolder) : readOne(what);
  const print = values.json ? () => undefined : context.print;
  printProblems(read.problems, print);
  const run = { context, print, repeat };
  const problems = [...read.problems, ...(await checkIntroductions(read.packs, run))];
  const reports = await checkExercises(read.exercises, run);
  const count = problems.length + reports.reduce((sum, report) => sum + report.problems.length, 0);
  if (values.json) context.print(`${JSON.stringify({ ok: count === 0, problems, exercises: reports })}\n`);
  const number = reports.length;
  const taken = inSeconds(performance.now() - begin);
  print(`${number} exercise${number === 1 ? '' : 's'}, ${count} problem${count === 1 ? '' : 's'}, ${taken}\n`);
  return count === 0 ? 0 : 1;
};
