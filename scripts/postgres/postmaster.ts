// What postmaster.pid in a data folder says about a server that runs, or ran, there.
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';

export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The live server of this data folder; one that was killed and is not yet reaped does not count. */
export function findPostmaster(dataDir: string): Postmaster | null {
  const file = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0) || !isAlive(pid)) return null;
  return { pid, port, ready: lines[7]?.trim() === 'ready' && port > 0 };
}

/** Whether the process runs. A zombie (killed, but its parent has not collected it) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return findStatFields(pid)?.[0] !== 'Z';
}

/** When the process began, to tell it from a later one with the same id. Empty where there is no /proc. */
export function findStartTime(pid: number): string {
  return findStatFields(pid)?.[19] ?? '';
}

/** The fields of /proc/<pid>/stat from the state on; the name before them may contain spaces and brackets. */
function findStatFields(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return null;
  }
}

/**
 * After kill -9 the postmaster stays a zombie until pid 1 collects it, which in containers may be never, and PostgreSQL
 * takes a zombie for a running server. Removes the lock of such a server once none of its back ends is left.
 */
export function dropStaleLock(dataDir: string): void {
  const file = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (findStatFields(pid)?.[0] === 'Z' && !hasBackend(dataDir)) rmSync(file, { force: true });
}

/** Whether any live process works in the data folder, as every PostgreSQL process does. */
function hasBackend(dataDir: string): boolean {
  return readdirSync('/proc').some((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      return readlinkSync(`/proc/${entry}/cwd`) === dataDir;
    } catch {
      return false; // gone meanwhile, or a kernel thread
    }
  });
}
