import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';
import { type Boundaries, checkBoundaries } from './boundaries.ts';

type Files = Record<string, string>;

/** A small project in which every import goes in a direction that is allowed. */
const lawful: Files = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#lib/*': './lib/*.ts', '#grader/*': './grader/*.ts' },
    dependencies: { zod: '1.0.0', 'isolated-vm': '1.0.0', pg: '1.0.0', '@prisma/client': '1.0.0' },
  }),
  ...fakePackage('zod'),
  ...fakePackage('isolated-vm'),
  ...fakePackage('pg'),
  ...fakePackage('@prisma/client'),
  ...fakePackage('undeclared'),
  'grader/world/clock.ts': 'export const clock = 0;',
  'grader/world/scheduler.ts': "export { clock } from './clock.ts';",
  'grader/verdict/schema.ts': "import 'zod'; import '../world/clock.ts'; export type Verdict = string;",
  'grader/sandbox/isolate.ts': "import 'isolated-vm'; export const isolate = 0;",
  'grader/pack/schema.ts': "import 'zod'; export type PublicExercise = string;",
  'grader/pack/read.ts': "import './schema.ts'; export const read = 0;",
  'grader/grade.ts': "import './sandbox/isolate.ts'; import './world/scheduler.ts'; export const grade = 0;",
  'grader/worker/main.ts': "import '#lib/bundles'; import '../grade.ts';",
  'lib/generated/prisma/client.ts': 'export const client = 0;',
  'lib/db.ts': "import 'pg'; import '@prisma/client'; import './generated/prisma/client.ts'; export const db = 0;",
  'lib/bundles.ts': "import './db.ts'; import '#grader/pack/schema'; export const bundles = 0;",
  'lib/exercises.ts': "import './db.ts'; export const exercises = 0;",
  'prisma/seed.ts': "import '#lib/bundles'; import '#grader/pack/read';",
  'app/page.tsx':
    "import '#lib/exercises'; import type { Verdict } from '#grader/verdict/schema'; export type V = Verdict;",
  'scripts/start.ts': "import 'pg';",
  'app/fixtures/sample.ts': 'export const sample = 0;',
  'e2e/journey.spec.ts':
    "import '../app/fixtures/sample.ts'; import type { db } from '../lib/db.ts'; export type D = typeof db;",
  'lib/db.test.ts': "import './db.ts'; export const sample = 0;",
};

/** For each rule: files that break it, and which file is to be named as the culprit. */
const plants: Record<string, { culprit: string; files: Files }> = {
  'world-is-pure': plant('grader/world/impure.ts', "import 'node:fs';"),
  'verdict-knows-only-zod-and-world': plant('grader/verdict/curious.ts', "import '../pack/schema.ts';"),
  'only-sandbox-touches-isolated-vm': plant('grader/isolates.ts', "import 'isolated-vm';"),
  'only-lib-touches-prisma': plant('grader/worker/query.ts', "import '#lib/generated/prisma/client';"),
  'core-never-reaches-the-database': plant('grader/pack/remote.ts', "import '../over.ts';", {
    'grader/over.ts': "import './worker/row.ts';",
    'grader/worker/row.ts': "import '#lib/db';",
  }),
  'app-never-reaches-the-isolate': plant('app/grading.ts', "import '#lib/shortcut';", {
    'lib/shortcut.ts': "import '#grader/grade';",
  }),
  'app-never-reaches-hidden-scenarios': plant('app/spoiler.ts', "import '#lib/answers';", {
    'lib/answers.ts': "import type { read } from '#grader/pack/read'; export type Read = typeof read;",
  }),
  'only-worker-and-seed-touch-bundles': plant('lib/leak.ts', "import './bundles.ts';"),
  'nobody-imports-fidelity': plant('grader/worker/slow.ts', "import '../fidelity/channel.ts';", {
    'grader/fidelity/channel.ts': 'export const channel = 0;',
  }),
  'nobody-imports-the-app': plant('lib/upwards.ts', "import '../app/page.tsx';"),
  'product-never-imports-scripts': plant('lib/launch.ts', "import '../scripts/start.ts';"),
  'e2e-only-through-the-browser': plant('e2e/backdoor.spec.ts', "import '../lib/db.ts';"),
  'across-folders-by-subpath': plant('lib/relative.ts', "import '../grader/pack/schema.ts';"),
  'no-circular': plant('lib/egg.ts', "import './hen.ts';", { 'lib/hen.ts': "import './egg.ts';" }),
  'not-to-test': plant('lib/tested.ts', "import './db.test.ts';"),
  'not-to-unresolvable': plant('lib/lost.ts', "import './nowhere.ts';"),
  'only-declared-packages': plant('lib/borrowed.ts', "import 'undeclared';"),
};

describe('import directions', () => {
  const folders: string[] = [];
  let clean: Boundaries;
  let planted: Boundaries;

  beforeAll(async () => {
    const build = (files: Files) => {
      folders.push(writeProject(files));
      return checkBoundaries(folders.at(-1) ?? '');
    };
    clean = await build(lawful);
    planted = await build(Object.assign({}, lawful, ...Object.values(plants).map(({ files }) => files)));
  }, 30_000);

  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  test('a lawful project has files and no violation', () => {
    expect(clean.violations).toEqual([]);
    expect(clean.totalCruised).toBeGreaterThan(0);
  });

  test('every rule has a plant', () => {
    expect(Object.keys(plants).sort()).toEqual((configuration.forbidden ?? []).map((rule) => rule.name).sort());
  });

  test.each(Object.entries(plants))('%s catches what it forbids', (name, { culprit }) => {
    expect(planted.violations.filter(({ rule }) => rule.name === name).map(({ from }) => from)).toContain(culprit);
  });
});

function plant(culprit: string, text: string, more: Files = {}): { culprit: string; files: Files } {
  return { culprit, files: { [culprit]: text, ...more } };
}

function fakePackage(name: string): Files {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'main.js' }),
    [`node_modules/${name}/main.js`]: '',
  };
}

function writeProject(files: Files): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'overlap-boundaries-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), `${text}\n`);
  }
  return folder;
}
