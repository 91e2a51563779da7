// npm test: everything, or with `-- --only unit,lint` some of it. Goes on after a failure, so that one run shows all of
// them, and ends with the line "N passed, N failed".
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../checks/browser.ts';
import { Tally } from '../checks/tally.ts';
import { runPlaywright, runVitest } from '../checks/test-program.ts';
import { generateClient } from '../prepare/client.ts';
import { startPrivateSite } from '../prepare/private-site.ts';
import { prepareDatabase, prepareInterpreters } from '../prepare/steps.ts';
import { openTestDatabase } from '../prepare/test-database.ts';
import { makeEnvironment } from '../processes/environment.ts';
import { Shutdown } from '../processes/shutdown.ts';
import { runTool } from '../processes/tool.mjs';
import { Progress } from '../progress.mjs';
import { dataDir, inRoot } from '../project.mjs';
import { Refusal } from '../refusal.mjs';

const PARTS = ['types', 'lint', 'boundaries', 'unit', 'sandbox', 'packs', 'database', 'e2e'] as const;
type Part = (typeof PARTS)[number];

const NEEDS_INTERPRETERS: Part[] = ['sandbox', 'packs', 'database', 'e2e'];

export async function run(words: string[]): Promise<number> {
  const parts = readParts(words);
  const progress = new Progress();
  const shutdown = new Shutdown();
  shutdown.listenToSignals(1);
  const tally = new Tally(progress);
  try {
    await tally.check('The database client is generated', generateClient);
    if (parts.some((part) => NEEDS_INTERPRETERS.includes(part))) {
      await tally.check('The interpreters are built', () => prepareInterpreters(new Progress(process.stdout, true)));
    }
    const runPart = { types, lint, boundaries, unit, sandbox, packs, database, e2e };
    for (const part of parts) await runPart[part]({ tally, progress, shutdown });
  } finally {
    await shutdown.run();
  }
  console.log(`\n${tally}`);
  return tally.failed === 0 ? 0 : 1;
}

interface Tools {
  tally: Tally;
  progress: Progress;
  shutdown: Shutdown;
}

function readParts(words: string[]): Part[] {
  const { only } = parseArgs({ args: words, options: { only: { type: 'string' } } }).values;
  if (only === undefined) return [...PARTS];
  const wanted = only.split(',');
  const wrong = wanted.find((name) => !PARTS.some((part) => part === name));
  if (wrong !== undefined) throw new Refusal(`There is no part "${wrong}": choose from ${PARTS.join(', ')}.`);
  return PARTS.filter((part) => wanted.includes(part));
}

const bin = (name: string) => inRoot('node_modules', '.bin', name);
const env = () => ({ ...process.env, OVERLAP_DATA: dataDir });

async function types({ tally }: Tools): Promise<void> {
  await tally.check('Types: the project', async () => {
    await runTool(bin('next'), ['typegen'], { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } });
    await runTool(bin('tsc'), ['--project', 'tsconfig.json', '--noEmit', '--pretty', 'false']);
  });
  await tally.check('Types: the world is pure', () =>
    runTool(bin('tsc'), ['--project', 'grader/world/tsconfig.json', '--noEmit', '--pretty', 'false']),
  );
}

async function lint({ tally }: Tools): Promise<void> {
  await tally.check('Lint', () => runTool(bin('eslint'), ['.', '--max-warnings', '0']));
}

async function boundaries({ tally }: Tools): Promise<void> {
  await tally.check('Import directions', () =>
    runTool(process.execPath, [inRoot('scripts', 'checks', 'boundaries.ts')]),
  );
}

function unit({ tally }: Tools): Promise<void> {
  return tally.tests('Unit tests', () => runVitest('unit', env()));
}

function sandbox({ tally }: Tools): Promise<void> {
  return tally.tests('Sandbox tests', () => runVitest('sandbox', env()));
}

async function packs({ tally }: Tools): Promise<void> {
  const script = inRoot('grader', 'cli', 'pack.ts');
  await tally.check('Every pack is valid', () =>
    runTool(process.execPath, ['--no-node-snapshot', script, 'check', 'all'], { env: env() }),
  );
}

async function database({ tally, progress, shutdown }: Tools): Promise<void> {
  await tally.tests('Database tests', async () => {
    const { url } = await prepareDatabase(progress, shutdown, () => openTestDatabase('vitest'));
    return runVitest('database', makeEnvironment({ databaseUrl: url }));
  });
}

async function e2e({ tally, progress, shutdown }: Tools): Promise<void> {
  await tally.tests('Tests in the browser', async () => {
    const CHROMIUM = await ensureBrowser();
    const site = await startPrivateSite(progress, shutdown);
    const counts = await runPlaywright({ ...site.env, CHROMIUM });
    if (counts.failed > 0) console.error(`What the web server and the worker said: ${site.log}`);
    return counts;
  });
}
