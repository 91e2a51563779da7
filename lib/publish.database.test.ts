import './testing/environment.ts';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { db } from './db.ts';
import { findExercise, listCatalogue } from './exercises.ts';
import { findOutlines, publishExercise, retireOthers } from './publish.ts';
import { getSendQueue } from './queue.ts';
import { findSubmission, submit } from './submissions.ts';
import { createViewer } from './testing/people.ts';
import { makePublication, publishSample, samplePack } from './testing/published-exercise.ts';

let slug: string;

beforeEach(async () => {
  slug = await publishSample();
});

afterAll(async () => (await getSendQueue()).close());

const hash = () => randomBytes(32).toString('hex');
const countVersions = () => db.exerciseVersion.count({ where: { exercise: { slug } } });

test('publishing the same again changes nothing', async () => {
  const publication = makePublication(slug, hash());
  expect(await publishExercise(publication)).toBe(true);
  expect(await publishExercise(publication)).toBe(false);
  expect(await countVersions()).toBe(2);
});

test('a new statement changes the version in place, new scenarios make a new one', async () => {
  const first = makePublication(slug, hash());
  await publishExercise(first);
  const before = await countVersions();
  await publishExercise({ ...first, content: { ...first.content, statement: { en: 'Better.', zh: '更好。' } } });
  expect(await countVersions()).toBe(before);
  expect((await findExercise(slug))?.statement.en).toBe('Better.');
  await publishExercise(makePublication(slug, hash()));
  expect(await countVersions()).toBe(before + 1);
});

test('going back to an earlier state uses its version again', async () => {
  const [first, second] = [makePublication(slug, hash()), makePublication(slug, hash())];
  for (const publication of [first, second]) await publishExercise(publication);
  const before = await countVersions();
  expect(await publishExercise(first)).toBe(true);
  expect(await countVersions()).toBe(before);
  expect((await findExercise(slug))?.contentHash).toBe(first.content.contentHash);
});

test('the outlines of a published state are known', async () => {
  const publication = makePublication(slug, hash());
  await publishExercise(publication);
  expect(await findOutlines(slug, publication.content.contentHash)).toEqual([]);
  expect(await findOutlines(slug, hash())).toBeNull();
});

test('an exercise that is gone is offered no more, but what was handed in stays', async () => {
  const viewer = await createViewer();
  const { id } = await submit(viewer, { exercise: slug, source: 'pass', kind: 'submit' });
  await retireOthers(samplePack, []);
  expect(await findExercise(slug)).toBeNull();
  await expect(submit(viewer, { exercise: slug, source: 'pass', kind: 'run' })).rejects.toMatchObject({
    code: 'unknown_exercise',
  });
  expect(await findSubmission(viewer, id)).toMatchObject({ exercise: slug });
  await publishExercise(makePublication(slug, hash()));
  expect(await findExercise(slug)).not.toBeNull();
});

test('the catalogue shows to everybody their own progress', async () => {
  const [viewer, other] = [await createViewer(), await createViewer()];
  const progressOf = async (who: typeof viewer | null) =>
    (await listCatalogue(who)).flatMap(({ exercises }) => exercises).find((exercise) => exercise.slug === slug)
      ?.progress;
  const { id } = await submit(viewer, { exercise: slug, source: 'pass', kind: 'submit' });
  expect(await progressOf(viewer)).toBe('new');
  await db.submission.update({ where: { id }, data: { status: 'done', passed: false } });
  expect(await progressOf(viewer)).toBe('tried');
  await db.submission.update({ where: { id }, data: { passed: true } });
  expect(await progressOf(viewer)).toBe('passed');
  expect(await progressOf(other)).toBe('new');
  expect(await progressOf(null)).toBe('new');
});
