// Makes an empty data folder with a random password, unless there is one.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findSecret, getSecret } from '../prepare/secret.ts';
import { inData } from '../project.mjs';
import { Refusal } from '../refusal.mjs';
import type { Account } from './account.ts';
import { describeProgram, ROLE } from './program.ts';

export function initialise(account: Account, passwordName: string): void {
  const { dataDir, ids } = account;
  if (isInitialised(dataDir)) {
    if (findSecret(passwordName) !== null) return;
    throw new Refusal(
      `The password of ${dataDir} is lost: restore ${inData('secrets')}, or delete that folder to begin with an empty database.`,
    );
  }
  // Built beside its final place, so that an interrupted initdb leaves nothing that looks like a database.
  const draft = `${dataDir}.new-${process.pid}`;
  const passwordFile = `${draft}-password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, getSecret(passwordName), { mode: 0o600 });
  if (ids !== null) for (const file of [draft, passwordFile]) chownSync(file, ids.uid, ids.gid);
  try {
    runInitdb(account, draft, passwordFile);
    renameSync(draft, dataDir); // replaces an empty folder only
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!isInitialised(dataDir)) throw error; // otherwise another process was first
  } finally {
    rmSync(passwordFile);
  }
}

function isInitialised(dataDir: string): boolean {
  return existsSync(path.join(dataDir, 'PG_VERSION'));
}

function runInitdb(account: Account, target: string, passwordFile: string): void {
  const who = [`--username=${ROLE}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const what = [`--pgdata=${target}`, '--encoding=UTF8', '--locale=C', '--no-instructions'];
  const { command, args, options } = describeProgram(account, 'initdb', [...who, ...what]);
  const done = spawnSync(command, args, { ...options, cwd: target, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`initdb failed:\n${done.stderr || String(done.error)}`);
}
