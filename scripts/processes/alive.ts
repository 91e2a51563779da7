// Whether a process still runs, and whether it is still the same one.
import { readFileSync } from 'node:fs';

/** A zombie (killed, but not yet collected by its parent) does not count as alive. */
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
