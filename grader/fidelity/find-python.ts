// The machine's real CPython: the newest of those that are there and new enough.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export interface Python {
  readonly command: string;
  readonly version: string;
  readonly major: number;
  readonly minor: number;
}

const OLDEST_MINOR = 11;
const NEWEST_MINOR = 20;
const ASK = 'import sys; print(sys.implementation.name, *sys.version_info[:3])';

/** On PATH (where pyenv's stand-ins may refuse), and what pyenv has installed. */
function candidates(): string[] {
  const minors = Array.from({ length: NEWEST_MINOR - OLDEST_MINOR + 1 }, (_, i) => NEWEST_MINOR - i);
  const pyenv = path.join(process.env.PYENV_ROOT ?? path.join(homedir(), '.pyenv'), 'versions');
  let installed: string[] = [];
  try {
    installed = readdirSync(pyenv).map((name) => path.join(pyenv, name, 'bin', 'python3'));
  } catch {
    // no pyenv
  }
  return [...minors.map((minor) => `python3.${minor}`), 'python3', ...installed];
}

function ask(command: string): Python | null {
  const { stdout, status } = spawnSync(command, ['-c', ASK], { encoding: 'utf8', timeout: 10_000 });
  const [name, major, minor, patch] = status === 0 ? stdout.trim().split(' ') : [];
  if (name !== 'cpython' || major !== '3' || Number(minor) < OLDEST_MINOR) return null;
  return { command, version: `3.${minor}.${patch}`, major: 3, minor: Number(minor) };
}

/** The newest CPython that is at least 3.11, or null. `OVERLAP_PYTHON` names one. */
export function findPython(): Python | null {
  const wanted = process.env.OVERLAP_PYTHON;
  const found = (wanted ? [wanted] : candidates()).map(ask).filter((python) => python !== null);
  return found.sort((a, b) => b.minor - a.minor)[0] ?? null;
}
