// npm run bench -- --json: how fast grading is on this machine. Never part of the tests: it reads the wall clock.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureGradings } from './bench/gradings.ts';
import { measureInterpreters } from './bench/interpreters.ts';
import { measureSite } from './bench/site.ts';
import { measureTasks } from './bench/tasks.ts';
import { measureVerdicts } from './bench/verdicts.ts';

const root = path.join(import.meta.dirname, '../..');
const dataDir = process.env.OVERLAP_DATA ?? path.join(root, '.data');
const imagesDir = path.join(dataDir, 'images');
const wheelsDir = path.join(dataDir, 'wheels');
const exercise = (name: string) => path.join(root, 'exercises', name);
/** Six scenarios with some ten calls each: what most exercises are like. */
const USUAL = exercise('p1-coroutines/missing-await');
/** 191 calls in 9 runs. */
const SEMAPHORE = exercise('p6-shared-state-and-http/semaphore-limit');
const DJANGO = exercise('p7-django-views-orm/fix-blocking-orm-view');

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
const reference = (folder: string) => readFileSync(path.join(folder, 'solutions/passed/reference.py'), 'utf8');
const url = process.env.OVERLAP_URL;

const figures = {
  machine: { cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown', node: process.version },
  python: await measureInterpreters(imagesDir, 'python'),
  django: await measureInterpreters(imagesDir, 'django'),
  gradings: [
    await measureGradings(imagesDir, wheelsDir, USUAL),
    await measureGradings(imagesDir, wheelsDir, SEMAPHORE),
    await measureGradings(imagesDir, wheelsDir, DJANGO),
  ],
  tasks: await measureTasks(imagesDir, wheelsDir),
  verdicts: [
    await measureVerdicts(imagesDir, USUAL),
    await measureVerdicts(imagesDir, SEMAPHORE),
    await measureVerdicts(imagesDir, DJANGO),
  ],
  site: url
    ? {
        usual: await measureSite(url, 'missing-await', reference(USUAL)),
        manyCalls: await measureSite(url, 'semaphore-limit', reference(SEMAPHORE)),
      }
    : null,
};

if (values.json) console.log(JSON.stringify(figures, null, 2));
else console.dir(figures, { depth: 6 });
process.exit(0);
