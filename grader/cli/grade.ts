// pack grade: one file against one exercise, by the grader that also grades students.
import { readFileSync, statSync } from 'node:fs';
import type { GradeRequest } from '../grader.ts';
import { mapConcurrently } from '../pack/map-concurrently.ts';
import { formatProblem } from '../pack/problem.ts';
import { readExercise, toBundle } from '../pack/read.ts';
import { MAX_SOURCE_BYTES } from '../pack/schema.ts';
import { renderVerdict } from '../verdict/render-text.ts';
import { type Verdict, verdictSchema } from '../verdict/schema.ts';
import { readArguments } from './arguments.ts';
import { type CliGrader, type Command, UsageError } from './command.ts';

export const GRADE_USAGE = 'pack grade <exercise-folder> <file.py> [--json] [--repeat N] [--language en|zh]';
const REPEAT_MAX = 100_000;

function readSource(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new UsageError(`There is no file ${file}.`);
  if (stats.size > MAX_SOURCE_BYTES)
    throw new UsageError(`${file} has ${stats.size} bytes; ${MAX_SOURCE_BYTES} are allowed.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw new UsageError(`${file} is not UTF-8 text.`);
  }
}

function readRepeat(text: string): number {
  const repeat = Number(text);
  if (Number.isInteger(repeat) && repeat >= 1 && repeat <= REPEAT_MAX) return repeat;
  throw new UsageError(`--repeat takes a whole number from 1 to ${REPEAT_MAX}, not "${text}".`);
}

function readLanguage(text: string): 'en' | 'zh' {
  if (text === 'en' || text === 'zh') return text;
  throw new UsageError(`--language takes en or zh, not "${text}".`);
}

/** Grades `repeat` times; how often each distinct verdict came, in the order they were first seen. */
async function gradeRepeatedly(
  grader: CliGrader,
  request: GradeRequest,
  repeat: number,
  concurrency: number,
): Promise<{ first: Verdict; counts: Map<string, number> }> {
  const first = await grader.grade(request);
  const rest = await mapConcurrently(Array.from({ length: repeat - 1 }), concurrency, async () =>
    JSON.stringify(await grader.grade(request)),
  );
  const counts = new Map<string, number>();
  for (const text of [JSON.stringify(first), ...rest]) counts.set(text, (counts.get(text) ?? 0) + 1);
  return { first, counts };
}

/** Where two verdicts first differ, as a path into them. */
function findDifference(left: unknown, right: unknown, path = 'verdict'): string | null {
  if (Object.is(left, right)) return null;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return path;
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = findDifference(Reflect.get(left, key), Reflect.get(right, key), `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

export const grade: Command = async (args, context) => {
  const { values, positionals } = readArguments(
    args,
    {
      json: { type: 'boolean', default: false },
      repeat: { type: 'string', default: '1' },
      language: { type: 'string', default: 'en' },
    },
    ['<exercise-folder>', '<file.py>'],
    GRADE_USAGE,
  );
  const [folder = '', file = ''] = positionals;
  const repeat = readRepeat(values.repeat);
  const language = readLanguage(values.language);
  const { exercise, problems } = readExercise(folder);
  if (exercise === null) throw new UsageError(problems.map(formatProblem).join('\n'));
  const source = readSource(file);
  const grader = await context.openGrader();
  // With --json this is the verdict as it is stored for a student; people see the author's, which shows hidden messages.
  const audience = values.json ? 'student' : 'author';
  const request = { exercise: toBundle(exercise), source, mode: 'all', audience } as const;
  const { first, counts } = await gradeRepeatedly(grader, request, repeat, context.concurrency);
  context.print(values.json ? `${JSON.stringify(first)}\n` : renderVerdict(first, language));
  if (values.repeat !== '1') {
    const distinct = counts.size === 1 ? '1 distinct verdict' : `${counts.size} distinct verdicts`;
    const tell = values.json ? context.complain : context.print;
    tell(`${repeat} grading${repeat === 1 ? '' : 's'}, ${distinct}.\n`);
  }
  if (counts.size > 1) {
    const other = [...counts.keys()][1] ?? '';
    const place = findDifference(verdictSchema.parse(first), verdictSchema.parse(JSON.parse(other)));
    context.complain(
      `The verdicts differ, first at ${place}. How often each came: ${[...counts.values()].join(', ')}.\n`,
    );
    return 2;
  }
  return first.status === 'passed' ? 0 : 1;
};
