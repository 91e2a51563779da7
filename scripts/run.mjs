// `npm start`, `npm test` and all other commands begin here, on whatever Node the system has (18 or newer): installs what
// is missing, then goes on in this process, or in the Node 26 that npm installed.
// Built-in modules only, until `installPackages` is through.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installPackages } from './install.mjs';
import { findNode } from './processes/node.mjs';
import { watchParent } from './processes/parent.mjs';
import { Progress } from './progress.mjs';
import { inRoot } from './project.mjs';
import { describeFailure, Refusal } from './refusal.mjs';

const COMMANDS = ['start', 'dev', 'worker', 'test', 'pack', 'bench', 'fidelity', 'reference', 'db'];
/** Their standard output is for programs: progress is shown on standard error, and only when something takes long. */
const FOR_PROGRAMS = ['pack', 'bench', 'fidelity', 'db'];
/** The exit code of `pack` that does not mean "not passed". */
const COULD_NOT_GRADE = 2;

/** Set when we were started by `runIn`: keeps a Node that does not recognise itself from starting another for ever. */
const chosenNode = process.env.OVERLAP_NODE;
delete process.env.OVERLAP_NODE;

async function main() {
  const [command = '', ...words] = process.argv.slice(2);
  if (!COMMANDS.includes(command)) throw new Refusal(`Usage: node scripts/run.mjs ${COMMANDS.join(' | ')}`);
  process.env.OVERLAP_BEGAN_WALL_MS ??= String(Date.now());
  const quiet = FOR_PROGRAMS.includes(command);
  const installed = await installPackages(quiet ? new Progress(process.stderr, true) : new Progress());
  const node = findNode();
  if ((installed || node !== process.execPath) && chosenNode !== node) return runIn(node);
  watchParent();
  const chosen = await import(pathToFileURL(inRoot('scripts', 'commands', `${command}.ts`)).href);
  return chosen.run(words);
}

/**
 * @param {string} node
 * @returns {Promise<number>}
 */
function runIn(node) {
  const env = { ...process.env, OVERLAP_NODE: node, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env });
  // We stay until the child has stopped everything. After Ctrl-C it gets the signal twice, which does no harm.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  watchParent(() => child.kill('SIGTERM'));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

try {
  process.exit(await main());
} catch (error) {
  console.error(describeFailure(error));
  process.exit(process.argv[2] === 'pack' ? COULD_NOT_GRADE : 1);
}
