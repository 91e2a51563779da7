// How much memory and processor time a process uses, from /proc. Where there is no /proc (macOS) nothing is known, and
// the sandbox's own limits and the wall clock have to do.
import { readFileSync } from 'node:fs';

export interface ProcessUsage {
  residentBytes: number;
  /** User and system time since the process began. */
  cpuMs: number;
}

const PAGE_BYTES = 4096;
/** The kernel counts in USER_HZ, which is 100 on every Linux that Node runs on. */
const TICK_MS = 10;

/** Null when the process is gone or the system does not tell. */
export function findProcessUsage(pid: number): ProcessUsage | null {
  try {
    // The second field is the program's name in parentheses, which may contain spaces: count from behind it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const residentPages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return { residentBytes: residentPages * PAGE_BYTES, cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
  } catch {
    return null;
  }
}
