// START HERE for `npm run -s pack -- …`, the authors' command line. Grades through the same children as the worker
// and knows no database.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { GraderFault } from '../faults.ts';
import { openPool } from '../worker/pool.ts';
import type { CliGrader } from './command.ts';
import { run } from './run.ts';

const PROJECT_FOLDER = join(import.meta.dirname, '../..');

function openGrader(): Promise<CliGrader> {
  const imagesDir = join(process.env.OVERLAP_DATA ?? join(PROJECT_FOLDER, '.data'), 'images');
  if (!existsSync(imagesDir)) {
    throw new GraderFault(`there are no interpreter images in ${imagesDir}; use npm run -s pack, which builds them.`);
  }
  return Promise.resolve(openPool({ imagesDir, spare: 0 }));
}

/** Runs one command with this process's output; the exit code. */
export function runPackCommand(args: string[]): Promise<number> {
  return run(args, {
    packsFolder: relative(process.cwd(), join(PROJECT_FOLDER, 'exercises')),
    concurrency: availableParallelism(),
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
    openGrader,
  });
}

if (import.meta.main) process.exitCode = await runPackCommand(process.argv.slice(2));
