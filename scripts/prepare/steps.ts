// The steps before anything can run, in the order in which they need each other.
import { mkdirSync } from 'node:fs';
import { deployMigrations } from '../migrations/migrate.ts';
import { makeEnvironment } from '../processes/environment.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import { runTool } from '../processes/tool.mjs';
import type { Progress } from '../progress.mjs';
import { requireSpace } from '../disk.mjs';
import { dataDir, inRoot, root } from '../project.mjs';
import { generateClient } from './client.ts';
import { type Database, openDatabase } from './database.ts';
import { buildImages } from './images.ts';
import { fetchWheels } from './wheels.ts';

/** Images, the build and an empty database. */
const NEEDED_BYTES = 0.5e9;

/** What grading needs. */
export async function prepareInterpreters(progress: Progress): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  for (const folder of [root, dataDir]) requireSpace(folder, NEEDED_BYTES);
  await progress.step('Fetch Python packages', fetchWheels);
  await progress.step('Build interpreter images', buildImages);
}

/** A migrated database and the client for it. It is released at the end. */
export async function prepareDatabase(
  progress: Progress,
  shutdown: Shutdown,
  open: () => Promise<Database> = openDatabase,
): Promise<Database> {
  let database: Database | undefined;
  await progress.step('Open the database', async () => {
    const opening = open();
    // The operator's own server goes on running; to say that it was stopped would be false, and a fright.
    const what = open === openDatabase && process.env.DATABASE_URL ? 'using DATABASE_URL' : 'the database';
    shutdown.atEnd(what, async () => (await opening.catch(() => undefined))?.release());
    database = await opening;
    return database.how;
  });
  if (database === undefined) throw new Error('unreachable: the step above answers or throws');
  const { url } = database;
  await progress.step('Generate the database client', generateClient);
  await progress.step('Migrate', async () => (await deployMigrations(url)).join(', ') || 'unchanged');
  return database;
}

/** Answers what the seed printed: the demo accounts. */
export async function seed(progress: Progress, databaseUrl: string): Promise<string> {
  let printed = '';
  await progress.step('Seed packs and accounts', async () => {
    printed = await runTool(process.execPath, [inRoot('prisma', 'seed.ts')], { env: makeEnvironment({ databaseUrl }) });
  });
  return printed.trimEnd();
}
