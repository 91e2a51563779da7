// What every command of the authors' CLI is given and gives back.
import type { Grader } from '../grader.ts';

/** 0: as it should be. 1: not passed, or problems found. 2: nothing could be said (bad usage, our own trouble). */
export type ExitCode = 0 | 1 | 2;

/** A grader as the commands use it: a pool of children, or one in this process. */
export type CliGrader = Pick<Grader, 'grade' | 'outline'> & { close(): void | Promise<void> };

export interface CommandContext {
  /** The folder that holds the packs of this installation. */
  packsFolder: string;
  /** How many gradings may go on at once. */
  concurrency: number;
  print(text: string): void;
  /** For people, beside the result: problems, progress. */
  complain(text: string): void;
  /** Opened by commands that grade, and closed by whoever called them. */
  openGrader(): Promise<CliGrader>;
}

export type Command = (args: string[], context: CommandContext) => Promise<ExitCode>;

/** The command was called in a way it does not understand, or cannot be done; the message is one clear sentence. */
export class UsageError extends Error {
  override name = 'UsageError';
}
