// Fills the database: the packs below exercises/, and accounts to try the product with. Run at every start, so it is
// quick when nothing changed.
//
// Demo accounts are made and shown when the database is on this machine, or when OVERLAP_DEMO=1; never when
// OVERLAP_DEMO=0. Their password is random and kept in the data folder (secrets/demo-password), so that a site that is
// reachable from elsewhere has no password that everybody knows.
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GraderFault } from '#grader/faults';
import { db } from '#lib/db';
import { createDemoAccounts, demoAccounts } from '#lib/demo-accounts';
import { EnvFault, getSeedEnv } from '#lib/env';
import { seedPacks } from './seed-packs.ts';

const exercisesDir = fileURLToPath(new URL('../exercises', import.meta.url));

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
  await seedPacks(exercisesDir, path.join(dataDir, 'images'));
  const demo = env.OVERLAP_DEMO === undefined ? isOnThisMachine(env.DATABASE_URL) : env.OVERLAP_DEMO === '1';
  if (demo) await seedDemoAccounts(dataDir);
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof EnvFault || error instanceof GraderFault ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => db.$disconnect());
