import { defineConfig } from 'vitest/config';

const NEVER = ['**/node_modules/**', '.next/**', '.data/**', 'e2e/**'];
const SANDBOX = ['**/*.sandbox.test.ts'];
const DATABASE = ['**/*.database.test.ts'];

/** The file's name says what a test needs; `npm test -- --only sandbox` provides it and runs only those. */
export default defineConfig({
  test: {
    projects: [
      {
        // Pure: no interpreter, no database, milliseconds each.
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...NEVER, ...SANDBOX, ...DATABASE],
          testTimeout: 20_000, // for machines that are busy with something else
        },
      },
      {
        // Real interpreters from .data/images. isolated-vm wants --no-node-snapshot and does not live in worker threads.
        test: {
          name: 'sandbox',
          include: SANDBOX,
          exclude: NEVER,
          pool: 'forks',
          execArgv: ['--no-node-snapshot'],
          testTimeout: 180_000, // for machines that are busy with something else; nothing is measured by it
          hookTimeout: 180_000,
        },
      },
      {
        // A migrated, empty database in DATABASE_URL, which the files share one after another.
        test: {
          name: 'database',
          include: DATABASE,
          exclude: NEVER,
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
