// Which Node to go on with. Runs on the system's Node before anything is installed: built-in modules only.
import { existsSync } from 'node:fs';
import { inRoot } from '../project.mjs';
import { Refusal } from '../refusal.mjs';

const OLDEST_MAJOR = 24;

/** @param {string} version */
export function isNewEnough(version) {
  return Number.parseInt(version, 10) >= OLDEST_MAJOR;
}

/** The Node that npm installed for this platform, else our own. */
export function findNewNode() {
  const bundled = inRoot('node_modules', '.bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new Refusal(
    `Overlap needs Node ${OLDEST_MAJOR} or newer: this is ${process.version}, and npm has none for ${process.platform}-${process.arch}.`,
  );
}
