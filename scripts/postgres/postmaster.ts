// The server process of a data folder: found by its postmaster.pid, waited for, stopped.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../processes/alive.ts';

const STOP_WITHIN_MS = 15_000;
const isLinux = process.platform === 'linux';

export interface Postmaster {
  pid: number;
  port: number;
  /** Takes connections; a server that recovers from a crash does not yet. */
  ready: boolean;
}

/** The live server of this data folder. */
export function findPostmaster(dataDir: string): Postmaster | null {
  const file = lockFile(dataDir);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid) || !isPostmaster(pid, dataDir)) return null;
  const port = Number(lines[3]);
  return { pid, port, ready: lines[7]?.trim() === 'ready' && port > 0 };
}

/** The server once it is ready; null when there is none, or when it ended meanwhile. Waits as long as it recovers. */
export async function waitForPostmaster(dataDir: string): Promise<Postmaster | null> {
  for (;;) {
    const running = findPostmaster(dataDir);
    if (running === null || running.ready) return running;
    await sleep(20);
  }
}

/** Fast shutdown (sessions end, everything is written); immediate when that takes too long. Says if there was one. */
export async function stopPostmaster(dataDir: string): Promise<boolean> {
  const running = findPostmaster(dataDir);
  if (running === null) return false;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(running.pid, signal);
    const deadline = Date.now() + STOP_WITHIN_MS;
    while (Date.now() < deadline) {
      if (!isAlive(running.pid)) return true;
      await sleep(20);
    }
  }
  throw new Error(`PostgreSQL (process ${running.pid}) does not stop.`);
}

/**
 * PostgreSQL refuses to start while the process named in its lock exists. After kill -9 that is a zombie until pid 1
 * collects it, in containers perhaps for ever; after a reboot it may be any process. Removes such a lock when no process
 * works in the data folder, as all of PostgreSQL's do.
 */
export function dropStaleLock(dataDir: string): void {
  if (!isLinux || !existsSync(lockFile(dataDir))) return;
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  if (!pids.some((pid) => isPostmaster(Number(pid), dataDir))) rmSync(lockFile(dataDir), { force: true });
}

function lockFile(dataDir: string): string {
  return path.join(dataDir, 'postmaster.pid');
}

/** Whether it is a process of this folder's server, and not one that got the same id later. */
function isPostmaster(pid: number, dataDir: string): boolean {
  if (!isLinux)
    return /postgres/.test(spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
  } catch {
    return false; // gone meanwhile, a zombie, or not ours to look at
  }
}
