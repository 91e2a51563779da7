// PostgreSQL refuses to run as root. When we are root (containers, fresh servers) this finds another way, in this order:
// the owner of an existing data folder, the users postgres and nobody, a user namespace in which root looks like uid
// 1000 (works below a 0700 home), and last a copy of the binaries under /var/lib that the users above can reach.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../refusal.mjs';

interface Ids {
  uid: number;
  gid: number;
}

/** How to run the server's programs, and where its data is. */
export interface Account {
  how: string;
  binaries: string;
  dataDir: string;
  /** Words to put before the command. */
  prefix: string[];
  /** The user to run as; null means ourselves. */
  ids: Ids | null;
}

const NAMESPACE = ['unshare', '-U', '--map-user=1000', '--map-group=1000'];

export function chooseAccount(binaries: string, dataDir: string): Account {
  mkdirSync(dataDir, { recursive: true });
  if (process.getuid?.() !== 0) return { how: 'as the current user', binaries, dataDir, prefix: [], ids: null };
  return withoutRoot(binaries, dataDir) ?? underVarLib(binaries, dataDir);
}

function withoutRoot(binaries: string, dataDir: string): Account | null {
  const { uid, gid } = statSync(dataDir);
  const candidates = [
    { name: `user ${uid}`, ids: uid === 0 ? null : { uid, gid } },
    ...['postgres', 'nobody'].map(lookUp),
  ];
  for (const { name, ids } of candidates) {
    if (ids !== null && reaches(ids, binaries, dataDir))
      return { how: `as ${name}`, binaries, dataDir, prefix: [], ids };
  }
  const [command = '', ...words] = NAMESPACE;
  if (uid === 0 && spawnSync(command, [...words, path.join(binaries, 'bin', 'postgres'), '--version']).status === 0) {
    return { how: 'in a user namespace', binaries, dataDir, prefix: NAMESPACE, ids: null };
  }
  return null;
}

function underVarLib(binaries: string, dataDir: string): Account {
  const base = `/var/lib/overlap-${createHash('sha256').update(path.dirname(dataDir)).digest('hex').slice(0, 12)}`;
  const version = createHash('sha256')
    .update(readFileSync(path.join(binaries, 'bin', 'postgres')))
    .digest('hex')
    .slice(0, 12);
  const copy = path.join(base, `postgres-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(binaries, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true });
      if (!existsSync(copy)) throw error; // otherwise another process was first
    }
  }
  const moved = path.join(base, path.basename(dataDir));
  mkdirSync(moved, { recursive: true });
  const account = withoutRoot(copy, moved);
  if (account === null) {
    throw new Refusal('PostgreSQL does not run as root here: start Overlap as another user, or set DATABASE_URL.');
  }
  return { ...account, how: `${account.how}, data in ${moved}` };
}

function lookUp(name: string): { name: string; ids: Ids | null } {
  const passwd = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
  const fields = passwd
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':');
  return { name, ids: fields === undefined ? null : { uid: Number(fields[2]), gid: Number(fields[3]) } };
}

/** Whether this user can run the server and get at the data folder (which is handed over, as it may be new). */
function reaches(ids: Ids, binaries: string, dataDir: string): boolean {
  if (spawnSync(path.join(binaries, 'bin', 'postgres'), ['--version'], { ...ids, cwd: '/' }).status !== 0) return false;
  const before = statSync(dataDir);
  chownSync(dataDir, ids.uid, ids.gid);
  if (spawnSync('ls', [dataDir], { ...ids, cwd: '/' }).status === 0) return true;
  chownSync(dataDir, before.uid, before.gid);
  return false;
}
