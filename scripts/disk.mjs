// Runs on the system's Node before anything is installed: built-in modules only.
import { statfsSync } from 'node:fs';
import { Refusal } from './refusal.mjs';

/**
 * Refuses with a sentence when the disk of this folder is too full.
 * @param {string} folder
 * @param {number} neededBytes
 */
export function requireSpace(folder, neededBytes) {
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes >= neededBytes) return;
  const [free, needed] = [freeBytes, neededBytes].map((bytes) => (bytes / 1e9).toFixed(1));
  throw new Refusal(`There is not enough disk space at ${folder}: ${free} GB are free, ${needed} GB are needed.`);
}
