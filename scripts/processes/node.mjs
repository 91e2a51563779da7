// Which Node to go on with. Runs on the system's Node before anything is installed: built-in modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { inRoot } from '../project.mjs';
import { Refusal } from '../refusal.mjs';

const OLDEST_MAJOR = 24;

/**
 * The Node that npm installed for this platform, if it runs here (it wants glibc), else our own.
 * @returns {string} its real path
 */
export function findNode() {
  const bundled = inRoot('node_modules', '.bin', 'node');
  if (existsSync(bundled)) {
    const real = realpathSync(bundled);
    if (real === process.execPath || spawnSync(real, ['--version']).status === 0) return real;
  }
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_MAJOR) return process.execPath;
  throw new Refusal(
    `Overlap needs Node ${OLDEST_MAJOR} or newer: this is ${process.version}, and npm has none that runs on ${process.platform}-${process.arch}.`,
  );
}
