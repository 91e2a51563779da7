// How to run a program of PostgreSQL under the account that was chosen.
import path from 'node:path';
import type { Account } from './account.ts';

/** The superuser of our servers. */
export const ROLE = 'overlap';

export interface Program {
  command: string;
  args: string[];
  options: { uid?: number; gid?: number; env: NodeJS.ProcessEnv };
}

export function describeProgram(account: Account, program: 'initdb' | 'postgres', words: string[]): Program {
  const [command = '', ...args] = [...account.prefix, path.join(account.binaries, 'bin', program), ...words];
  // Next.js declares NODE_ENV as always there; this program has no use for it.
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', HOME: account.dataDir } as unknown as NodeJS.ProcessEnv;
  return { command, args, options: { ...account.ids, env } };
}
