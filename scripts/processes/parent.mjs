// Stops this process when the one that started it is gone. `kill <pid of npm>` leaves npm's children running otherwise.
// Runs on the system's Node before anything is installed: built-in modules only.
import { readFileSync } from 'node:fs';

const EVERY_MS = 500;

/** @param {() => void} onGone by default ends this process as SIGTERM would */
export function watchParent(onGone = () => process.kill(process.pid, 'SIGTERM')) {
  // Started by hand and left behind by its shell on purpose (nohup, &): only npm, and launchers of ours, are watched.
  if (process.env.npm_lifecycle_event === undefined && process.env.OVERLAP_BEGAN_WALL_MS === undefined) return;
  const parent = process.ppid;
  const grandparent = findShellsParent(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && findShellsParent(parent) === grandparent) return;
    clearInterval(timer);
    onGone();
  }, EVERY_MS);
  timer.unref();
}

/**
 * npm starts scripts through a shell that may outlive it: the parent of such a shell, else null.
 * @param {number} pid
 */
function findShellsParent(pid) {
  try {
    const [, name, rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').match(/^\d+ \((.*)\) (.*)$/s) ?? [];
    return name !== undefined && rest !== undefined && /^(sh|dash|bash)$/.test(name) ? rest.split(' ')[1] : null;
  } catch {
    return null;
  }
}
