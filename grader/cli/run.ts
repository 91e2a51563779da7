// From the words after `pack` to a command and its exit code. Everything that can go wrong ends in one sentence here.
import { GraderFault, PackFault } from '../faults.ts';
import { CHECK_USAGE, check } from './check.ts';
import { type CliGrader, type Command, type CommandContext, type ExitCode, UsageError } from './command.ts';
import { GRADE_USAGE, grade } from './grade.ts';
import { NEW_USAGE, create } from './new.ts';

const COMMANDS = new Map<string, Command>([
  ['grade', grade],
  ['check', check],
  ['new', create],
]);

export const HELP = `For authors of exercise packs; uses the grader of the site and no database.

  ${GRADE_USAGE}
      grades one file. Exit 0: passed, 1: not passed, 2: could not grade.
      --json      prints the verdict as it is stored, and nothing else
      --repeat N  grades N times; more than one distinct verdict ends with exit 2
  ${CHECK_USAGE}
      checks every rule a pack must keep. Exit 0: no problem, 1: problems, 2: could not check.
  ${NEW_USAGE}
      writes a small exercise that keeps every rule, to start from

How packs are written: docs/authors.md
`;

function explain(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof PackFault) {
    const at = error.at === null ? '' : `${error.at.file}:${error.at.line ?? 1}: `;
    return `The exercise is at fault: ${at}${error.message}`;
  }
  if (error instanceof GraderFault) return `The grader is in trouble: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs one command. Opens the grader when the command asks for it, and always closes it. */
export async function run(args: string[], context: CommandContext): Promise<ExitCode> {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help' || rest.includes('--help')) {
    context.print(HELP);
    return 0;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    const known = [...COMMANDS.keys()].join(', ');
    context.complain(name === '' ? HELP : `There is no command "${name}"; there are ${known} (see --help).\n`);
    return 2;
  }
  let grader: Promise<CliGrader> | null = null;
  try {
    return await command(rest, { ...context, openGrader: async () => (grader ??= context.openGrader()) });
  } catch (error) {
    context.complain(`${explain(error)}\n`);
    return 2;
  } finally {
    await closeGrader(grader);
  }
}

async function closeGrader(opened: Promise<CliGrader> | null): Promise<void> {
  const grader = await opened?.catch(() => null); // what kept it from opening has been said
  await grader?.close();
}
