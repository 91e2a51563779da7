// pack check: whether packs keep their word. One exercise, one pack, or all packs of this installation.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ExerciseReport, checkExercise } from '../pack/check.ts';
import { type PackProblem, formatProblem } from '../pack/problem.ts';
import { type Exercise, readExercise, readPack } from '../pack/read.ts';
import { printableLines } from '../verdict/printable.ts';
import { readArguments } from './arguments.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';

export const CHECK_USAGE = 'pack check <pack-folder, exercise-folder or "all"> [--json]';

interface ReadResult {
  exercises: Exercise[];
  problems: PackProblem[];
}

function readOne(folder: string): ReadResult {
  if (!existsSync(folder))
    throw new UsageError(
      `${folder}: There is no such folder. Fix: Give the path of a pack, for example exercises/<pack>.`,
    );
  if (existsSync(join(folder, 'exercise.yaml'))) {
    const { exercise, problems } = readExercise(folder);
    return { exercises: exercise === null ? [] : [exercise], problems };
  }
  const { pack, problems } = readPack(folder);
  return { exercises: pack?.exercises ?? [], problems };
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
  const read = folders.map(({ name }) => readOne(join(packsFolder, name)));
  const exercises = read.flatMap((one) => one.exercises);
  return { exercises, problems: [...read.flatMap((one) => one.problems), ...findDuplicates(exercises)] };
}

function describe(report: ExerciseReport): string {
  const mark = report.problems.length === 0 ? '✓' : '✗';
  const { scenarios, visible, passed, failed } = report;
  return `${mark} ${report.pack}/${report.slug}: ${scenarios} scenarios (${visible} visible), ${passed} right and ${failed} wrong samples\n`;
}

function printProblems(problems: PackProblem[], print: CommandContext['print']): void {
  for (const problem of problems) print(`  ${printableLines(formatProblem(problem)).join('\n    ')}\n`);
}

export const check: Command = async (args, context) => {
  const { values, positionals } = readArguments(
    args,
    { json: { type: 'boolean', default: false } },
    ['<pack-folder, exercise-folder or "all">'],
    CHECK_USAGE,
  );
  const [what = ''] = positionals;
  const { exercises, problems } = what === 'all' ? readAll(context.packsFolder) : readOne(what);
  const print = values.json ? () => undefined : context.print;
  printProblems(problems, print);
  const reports: ExerciseReport[] = [];
  if (exercises.length > 0) {
    const grader = await context.openGrader();
    for (const exercise of exercises) {
      const report = await checkExercise(exercise, grader, { concurrency: context.concurrency });
      print(describe(report));
      printProblems(report.problems, print);
      reports.push(report);
    }
  }
  const count = problems.length + reports.reduce((sum, report) => sum + report.problems.length, 0);
  if (values.json) context.print(`${JSON.stringify({ ok: count === 0, problems, exercises: reports })}\n`);
  print(
    `${exercises.length} exercise${exercises.length === 1 ? '' : 's'}, ${count} problem${count === 1 ? '' : 's'}\n`,
  );
  return count === 0 ? 0 : 1;
};
