// Fills the database: the packs below exercises/, and accounts to try the product with. Run at every start, so it is
// quick when nothing changed: only exercises with new scenarios need the grader to say what those are.
//
// Demo accounts are made and shown when the database is on this machine, or when OVERLAP_DEMO=1; never when
// OVERLAP_DEMO=0. Their password is random and kept in the data folder (secrets/demo-password), so that a site that is
// reachable from elsewhere has no password that everybody knows.
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GraderFault, PackFault } from '#grader/faults';
import { readPack, toBundle, toPublicExercise, type Exercise, type Pack } from '#grader/pack/read';
import type { ScenarioOutline } from '#grader/pack/schema';
import { openPool, type Pool } from '#grader/worker/pool';
import { db } from '#lib/db';
import { createDemoAccounts, demoAccounts } from '#lib/demo-accounts';
import { EnvFault, getSeedEnv } from '#lib/env';
import { findOutlines, publishExercise, publishPack, retireOthers } from '#lib/publish';

const exercisesDir = fileURLToPath(new URL('../exercises', import.meta.url));

/** Asks the grader about scenarios; starts it for the first question only. */
class OutlineSource {
  readonly #imagesDir: string;
  #pool: Pool | null = null;

  constructor(imagesDir: string) {
    this.#imagesDir = imagesDir;
  }

  async get(exercise: Exercise): Promise<ScenarioOutline[]> {
    const known = await findOutlines(exercise.yaml.slug, exercise.contentHash);
    if (known) return known;
    this.#pool ??= openPool({ imagesDir: this.#imagesDir, size: 1, spare: 0 });
    return this.#pool.outline(toBundle(exercise));
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }
}

/** Publishes one pack. An exercise that cannot be used is reported and left as it was. Returns how many changed. */
async function seedPack(pack: Pack, outlineSource: OutlineSource): Promise<number> {
  let changed = 0;
  await publishPack(pack.slug, pack.yaml);
  for (const exercise of pack.exercises) {
    try {
      const outlines = await outlineSource.get(exercise);
      const content = toPublicExercise(exercise, outlines);
      if (await publishExercise({ content, bundle: toBundle(exercise), outlines })) changed += 1;
    } catch (error) {
      if (!(error instanceof PackFault)) throw error;
      console.error(
        `${exercise.folder}: ${error.message}${error.at ? ` (${error.at.file}, line ${error.at.line})` : ''}`,
      );
    }
  }
  return changed;
}

async function seedPacks(imagesDir: string): Promise<void> {
  const outlineSource = new OutlineSource(imagesDir);
  const folders = readdirSync(exercisesDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  let exercises = 0;
  let changed = 0;
  try {
    for (const { name } of folders) {
      const { pack, problems } = readPack(path.join(exercisesDir, name));
      for (const { file, line, message } of problems)
        console.error(`${file}${line === null ? '' : `:${line}`}: ${message}`);
      if (pack === null) continue;
      exercises += pack.exercises.length;
      changed += await seedPack(pack, outlineSource);
      // With problems, an exercise may be missing only because its files could not be read.
      if (problems.length === 0)
        await retireOthers(
          pack.slug,
          pack.exercises.map(({ yaml }) => yaml.slug),
        );
    }
  } finally {
    await outlineSource.close();
  }
  console.log(
    `Exercises: ${exercises} in ${folders.length} packs, ${changed === 0 ? 'unchanged' : `${changed} new or changed`}.`,
  );
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'; // none that look alike

function getDemoPassword(dataDir: string): string {
  const file = path.join(dataDir, 'secrets', 'demo-password');
  if (!existsSync(file)) {
    const password = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${password}\n`, { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

const isOnThisMachine = (url: string) => ['localhost', '127.0.0.1', '[::1]', ''].includes(new URL(url).hostname);

async function seedDemoAccounts(dataDir: string): Promise<void> {
  const password = getDemoPassword(dataDir);
  await createDemoAccounts(password);
  console.log(`Accounts to try it with, password ${password} (as long as nobody changed it):`);
  for (const { email, role } of demoAccounts) console.log(`  ${role.padEnd(8)} ${email}`);
}

async function main(): Promise<void> {
  const env = getSeedEnv();
  const dataDir = path.resolve(env.OVERLAP_DATA);
  await seedPacks(path.join(dataDir, 'images'));
  const demo = env.OVERLAP_DEMO === undefined ? isOnThisMachine(env.DATABASE_URL) : env.OVERLAP_DEMO === '1';
  if (demo) await seedDemoAccounts(dataDir);
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof EnvFault || error instanceof GraderFault ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => db.$disconnect());
