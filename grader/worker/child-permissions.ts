// With which flags of Node a grader child is started. What is not named here is refused to it: writing files, network,
// child processes, worker threads, WASI, the inspector.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What the grader's own code loads while it starts. node-gyp-build looks at /etc/alpine-release to choose a binary. */
const readable = [
  'grader',
  'package.json',
  'node_modules/zod',
  'node_modules/isolated-vm',
  'node_modules/node-gyp-build',
  'node_modules/pyodide',
].map((part) => path.join(projectRoot, part));

/** Flags for a child whose program is `script` and that reads data from these folders. */
export function listChildFlags(dataFolders: string[], script: string): string[] {
  // With the asterisk also what a missing folder would hold, so that the child can say what is missing.
  const data = dataFolders.flatMap((folder) => [path.resolve(folder), path.join(path.resolve(folder), '*')]);
  const paths = [...readable, ...data, script, '/etc/alpine-release'];
  return [
    '--permission',
    '--allow-addons', // isolated-vm is one
    '--max-semi-space-size=4', // twenty megabytes less, for a collection more now and then
    '--no-node-snapshot', // isolated-vm requires it
    '--disable-warning=SecurityWarning', // "--allow-addons must be used with extreme caution": it is
    ...paths.map((name) => `--allow-fs-read=${name}`),
  ];
}
