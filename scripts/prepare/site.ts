// Builds the site for production. Each state of the sources gets a folder of its own below .next, so that a build for
// the tests never changes the files of a site that runs.
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { runTool } from '../processes/tool.mjs';
import { inRoot } from '../project.mjs';
import { fingerprint, unlessUnchanged } from './fingerprint.ts';

const SOURCES = [
  'app/**/*',
  'lib/**/*',
  'grader/**/*.ts',
  'public/**/*',
  'prisma/schema.prisma',
  '{next.config.ts,postcss.config.mjs,tsconfig.json,tsconfig.next.json,package-lock.json}',
];
const KEPT_BUILDS = 3;

/** The folder of the build, relative to the project, and a note for people. */
export interface SiteBuild {
  distDir: string;
  note: string;
}

export async function buildSite(): Promise<SiteBuild> {
  const wanted = fingerprint(SOURCES);
  const distDir = path.join('.next', `build-${wanted.slice(0, 12)}`);
  const note = await unlessUnchanged(inRoot(distDir, '.fingerprint'), wanted, async () => {
    rmSync(inRoot(distDir), { recursive: true, force: true });
    const env = { ...process.env, NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1' };
    await runTool(inRoot('node_modules', '.bin', 'next'), ['build'], { env });
  });
  const now = new Date();
  utimesSync(inRoot(distDir), now, now);
  dropOldBuilds();
  return { distDir, note };
}

function dropOldBuilds(): void {
  const folder = inRoot('.next');
  if (!existsSync(folder)) return;
  const builds = readdirSync(folder).filter((name) => name.startsWith('build-'));
  const newestFirst = builds.sort(
    (a, b) => statSync(path.join(folder, b)).mtimeMs - statSync(path.join(folder, a)).mtimeMs,
  );
  for (const name of newestFirst.slice(KEPT_BUILDS)) rmSync(path.join(folder, name), { recursive: true });
}
