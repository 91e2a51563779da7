// Where things are. Runs on the system's Node (18 or newer) before anything is installed: built-in modules only.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** All run-time data: wheels, images, databases, secrets. */
export const dataDir = path.resolve(root, process.env.OVERLAP_DATA || '.data');

/** @param {...string} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

/** @param {...string} parts */
export const inData = (...parts) => path.join(dataDir, ...parts);
