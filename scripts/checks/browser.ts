// Finds a Chromium for the tests in the browser, or installs one.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { runTool } from '../processes/tool.mjs';
import { inRoot } from '../project.mjs';
import { Refusal } from '../refusal.mjs';

const DEBIAN = '/usr/bin/chromium';

/** The path of the browser's program. */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== null) return found;
  const trouble: string[] = [];
  for (const install of [installFromDebian, installFromPlaywright]) {
    await install().catch((error: unknown) => trouble.push(error instanceof Error ? error.message : String(error)));
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  console.error(trouble.join('\n'));
  throw new Refusal(
    'There is no Chromium and none could be installed: run `npx playwright install chromium`, or install the package chromium.',
  );
}

/** Playwright's own, which fits best, else the system's. */
function findBrowser(): string | null {
  const candidates = [
    process.env.CHROMIUM ?? '',
    chromium.executablePath(),
    DEBIAN,
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return candidates.find((file) => file !== '' && existsSync(file)) ?? null;
}

async function installFromDebian(): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('apt-get: not here, or not root');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runTool('apt-get', ['update', '-q'], { env });
  await runTool('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], { env });
}

async function installFromPlaywright(): Promise<void> {
  await runTool(inRoot('node_modules', '.bin', 'playwright'), ['install', 'chromium']);
}
