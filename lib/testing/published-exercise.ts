// A published exercise for tests that need the database.
import { randomBytes } from 'node:crypto';
import type { ExerciseBundle, PublicExercise } from '#grader/pack/schema';
import { publishExercise, publishPack } from '../publish.ts';

const both = (text: string) => ({ en: text, zh: text });

export const samplePack = 'sample-pack';

export function makePublication(slug: string, contentHash = randomBytes(32).toString('hex')) {
  const content: PublicExercise = {
    pack: samplePack,
    slug,
    title: both('A sample'),
    summary: both('A sample.'),
    order: 1,
    difficulty: 1,
    concepts: ['samples'],
    minutes: 5,
    hints: [both('Think.'), both('Think again.')],
    statement: both('Do it.'),
    starter: 'pass\n',
    support: null,
    scenarios: [],
    contentHash,
  };
  const limits = { cpuMs: 3_000, memoryMb: 192, outputKb: 64, virtualSeconds: 600 };
  const bundle: ExerciseBundle = { slug, contentHash, image: 'python', limits, scenarios: '# none\n', support: null };
  return { content, bundle, outlines: [] };
}

/** Publishes a new exercise and returns its slug. */
export async function publishSample(): Promise<string> {
  const slug = `sample-${randomBytes(6).toString('hex')}`;
  await publishPack(samplePack, {
    title: both('Samples'),
    summary: both('Samples.'),
    order: 1,
    concepts: ['samples'],
    licence: 'MIT',
    authors: ['Nobody'],
  });
  await publishExercise(makePublication(slug));
  return slug;
}
