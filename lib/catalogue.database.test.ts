import './testing/environment.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Concept, WorkedSolution } from '#grader/pack/schema';
import { findTaughtConcept, listConcepts } from './concepts.ts';
import { db } from './db.ts';
import { findPack } from './exercises.ts';
import { findIntroduction } from './introductions.ts';
import { listProgress } from './progress.ts';
import { findSnippetVerdict, publishConcepts, publishIntroduction, publishWorkedSolutions } from './publish.ts';
import { getSendQueue } from './queue.ts';
import { search } from './search.ts';
import { RATE_LIMIT } from './submission-limits.ts';
import { findSubmission, listAttempts, runSnippet, submit } from './submissions.ts';
import { clearQueue } from './testing/clear-queue.ts';
import { createViewer } from './testing/people.ts';
import { publishSample, samplePack } from './testing/published-exercise.ts';
import { sampleVerdict } from './testing/sample-verdict.ts';
import type { Viewer } from './viewer.ts';
import { findWorkedSolutions } from './worked-solutions.ts';

const both = (text: string) => ({ en: text, zh: `${text} 中文` });

const solution = (name: string): WorkedSolution => ({
  name,
  isReference: name === 'reference',
  title: both(`About ${name}`),
  source: `# secret of ${name}\n`,
  commentary: both('Because.'),
});

const concept = (slug: string): Concept => ({ slug, title: both(slug), text: both(`About ${slug}.`), related: [] });

let exercise: string;
let viewer: Viewer;

beforeAll(async () => {
  await getSendQueue();
  exercise = await publishSample();
  await publishWorkedSolutions(exercise, [solution('reference'), solution('another')]);
});

beforeEach(async () => {
  await clearQueue();
  viewer = await createViewer();
});

afterAll(async () => (await getSendQueue()).close());

/** Hands in and settles at once, as a worker would. */
async function finish(by: Viewer, kind: 'run' | 'submit', passed: boolean, source = 'pass'): Promise<void> {
  const { id } = await submit(by, { exercise, source, kind });
  await db.submission.update({ where: { id }, data: { status: 'done', verdict: sampleVerdict, passed } });
}

describe('worked solutions', () => {
  test('open when the exercise was passed, beside the text that passed, the reference first', async () => {
    await finish(viewer, 'submit', false, 'wrong');
    await finish(viewer, 'submit', true, 'first');
    await finish(viewer, 'submit', true, 'second');
    const opened = await findWorkedSolutions(viewer, exercise);
    expect(opened?.own).toBe('first');
    expect(opened?.solutions).toEqual([solution('reference'), solution('another')]);
  });

  test.each<[string, () => Promise<void>]>([
    ['nothing was handed in', () => Promise.resolve()],
    ['a submit failed', () => finish(viewer, 'submit', false)],
    ['only a run passed', () => finish(viewer, 'run', true)],
    ['somebody else passed', async () => finish(await createViewer(), 'submit', true)],
    [
      'a submit is still being graded',
      async () => void (await submit(viewer, { exercise, source: 'x', kind: 'submit' })),
    ],
  ])('stay closed when %s', async (_what, happens) => {
    await happens();
    expect(await findWorkedSolutions(viewer, exercise)).toBeNull();
  });

  test('passing one exercise opens no other', async () => {
    const other = await publishSample();
    await publishWorkedSolutions(other, [solution('reference')]);
    await finish(viewer, 'submit', true);
    expect(await findWorkedSolutions(viewer, other)).toBeNull();
  });

  test('are found by no search', async () => {
    expect(await search('secret of reference', 'en')).toEqual([]);
  });
});

describe('introductions', () => {
  const text = both('See [it](concept:samples).');

  test('are published with what their programs did, and replaced as a whole', async () => {
    const verdict = { ...sampleVerdict, scenarios: [] };
    await publishIntroduction(samplePack, { text, snippets: [{ name: 'hello', source: 'x = 1\n', verdict }] });
    expect(await findIntroduction(samplePack)).toEqual({
      text,
      snippets: [{ name: 'hello', source: 'x = 1\n', output: '', virtualNs: 0, timeline: null }],
    });
    expect(await findSnippetVerdict(samplePack, 'x = 1\n')).toEqual(verdict);
    expect(await findSnippetVerdict(samplePack, 'x = 2\n')).toBeNull();
    await publishIntroduction(samplePack, { text, snippets: [] });
    expect((await findIntroduction(samplePack))?.snippets).toEqual([]);
    await publishIntroduction(samplePack, null);
    expect(await findIntroduction(samplePack)).toBeNull();
  });

  test('are named by the concepts they speak of, as exercises are', async () => {
    await publishConcepts([concept('samples'), concept('other')]);
    await publishIntroduction(samplePack, { text, snippets: [] });
    const taught = await findTaughtConcept('samples', viewer);
    expect(taught?.introductions.map(({ slug }) => slug)).toEqual([samplePack]);
    expect(taught?.exercises.map(({ slug }) => slug)).toContain(exercise);
    expect(await findTaughtConcept('other', null)).toMatchObject({ introductions: [], exercises: [] });
    await publishConcepts([concept('other'), concept('samples')]);
    expect((await listConcepts()).map(({ slug }) => slug)).toEqual(['other', 'samples']);
  });
});

describe('a program that is run', () => {
  test('is a submission of its own kind, which no exercise counts', async () => {
    const { id } = await runSnippet(viewer, 'async def main(): pass');
    expect(await findSubmission(viewer, id)).toMatchObject({ kind: 'snippet', exercise: null, attempt: null });
    expect(await findSubmission(await createViewer(), id)).toBeNull();
    await db.submission.update({ where: { id }, data: { status: 'done', verdict: sampleVerdict, passed: true } });
    expect(await listAttempts(viewer, exercise)).toEqual([]);
    expect(await findWorkedSolutions(viewer, exercise)).toBeNull();
    const [pack] = await listProgress(viewer);
    expect(pack?.exercises.every(({ attempts }) => attempts === 0)).toBe(true);
  });

  test('counts against the same limits as everything else', async () => {
    for (let n = 0; n < RATE_LIMIT; n += 1) {
      const { id } = await runSnippet(viewer, 'x');
      await db.submission.update({ where: { id }, data: { status: 'done', verdict: sampleVerdict } });
    }
    await expect(runSnippet(viewer, 'x')).rejects.toMatchObject({ code: 'too_fast' });
    await expect(submit(viewer, { exercise, source: 'x', kind: 'run' })).rejects.toMatchObject({ code: 'too_fast' });
  });

  test('the database keeps snippets and exercises apart', async () => {
    const row = { userId: viewer.id, source: 'x' };
    await expect(db.submission.create({ data: { ...row, kind: 'run' } })).rejects.toThrow();
    const { id: exerciseId } = await db.exercise.findUniqueOrThrow({ where: { slug: exercise } });
    await expect(db.submission.create({ data: { ...row, kind: 'snippet', exerciseId } })).rejects.toThrow();
  });
});

describe('progress', () => {
  test('counts submits, and says when an exercise was first passed', async () => {
    await finish(viewer, 'run', true);
    await finish(viewer, 'submit', false);
    await finish(viewer, 'submit', true);
    await finish(await createViewer(), 'submit', true);
    const pack = (await listProgress(viewer)).find(({ slug }) => slug === samplePack);
    const mine = pack?.exercises.find(({ slug }) => slug === exercise);
    expect(mine).toMatchObject({ attempts: 2, progress: 'passed' });
    const [newest] = await listAttempts(viewer, exercise);
    expect(mine?.passedAt).toBe(newest?.createdAt);
  });

  test('a pack is found with the viewer’s progress, and for visitors without', async () => {
    await finish(viewer, 'submit', true);
    const progressOf = async (who: Viewer | null) =>
      (await findPack(samplePack, who))?.exercises.find(({ slug }) => slug === exercise)?.progress;
    expect(await progressOf(viewer)).toBe('passed');
    expect(await progressOf(null)).toBe('new');
    expect(await findPack('no-such-pack', null)).toBeNull();
  });
});

describe('search', () => {
  test('finds exercises, concepts and introductions that are published, a minute later at the latest', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    onTestFinished(() => void vi.useRealTimers());
    const kinds = new Set((await search('sample', 'en')).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['exercise', 'concept', 'introduction']));
  });
});
