// npm run -s db -- start | stop | url | deploy | status | generate | migration <name>
import { generateClient } from '../prepare/client.ts';
import { openDatabase } from '../prepare/database.ts';
import { addMigration, deployMigrations, describeDatabase } from '../migrations/migrate.ts';
import { startServer, stopServer } from '../postgres/server.ts';
import { Refusal } from '../refusal.mjs';

const USAGE = 'Usage: npm run -s db -- start | stop | url | deploy | status | generate | migration <name>';

export async function run(words: string[]): Promise<number> {
  const [action, title] = words;
  switch (action) {
    case 'start': {
      const server = await startServer('pg');
      server.keep();
      console.log(`PostgreSQL runs (${server.how}) until \`npm run db stop\`.`);
      return 0;
    }
    case 'stop':
      console.log((await stopServer('pg')) ? 'PostgreSQL is stopped.' : 'PostgreSQL was not running.');
      return 0;
    case 'url':
      return withDatabase(async (url) => console.log(url));
    case 'deploy':
      return withDatabase(async (url) => console.log((await deployMigrations(url)).join('\n') || 'Nothing to apply.'));
    case 'status':
      return withDatabase(async (url) => console.log(JSON.stringify(await describeDatabase(url), null, 2)));
    case 'generate':
      await generateClient();
      return 0;
    case 'migration': {
      if (title === undefined || !/^[a-z0-9_]+$/.test(title))
        throw new Refusal('A migration wants a name like add_class_table.');
      return withDatabase(async (url) =>
        console.log((await addMigration(url, title)) ?? 'The schema has not changed.'),
      );
    }
    default:
      throw new Refusal(USAGE);
  }
}

async function withDatabase(work: (url: string) => Promise<void>): Promise<number> {
  const database = await openDatabase();
  try {
    await work(database.url);
  } finally {
    await database.release();
  }
  return 0;
}
