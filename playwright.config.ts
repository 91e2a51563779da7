import { defineConfig, devices } from '@playwright/test';

/**
 * `npm test -- --only e2e` starts a site of its own with a seeded database and says here where it is. To run against
 * a site that is already there: OVERLAP_URL=http://localhost:3000 npx playwright test.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.OVERLAP_URL ?? 'http://localhost:3000',
    launchOptions: { executablePath: process.env.CHROMIUM },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
