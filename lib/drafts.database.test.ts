import './testing/environment.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_SOURCE_BYTES } from '#grader/pack/schema';
import { deleteDraft, findDraft, saveDraft } from './drafts.ts';
import { listOpenedHints, openHint } from './hints.ts';
import { createViewer } from './testing/people.ts';
import { publishSample } from './testing/published-exercise.ts';
import type { Viewer } from './viewer.ts';

let exercise: string;
let viewer: Viewer;
let other: Viewer;

beforeAll(async () => {
  exercise = await publishSample();
});

beforeEach(async () => {
  [viewer, other] = [await createViewer(), await createViewer()];
});

describe('a draft', () => {
  test('is kept, replaced and deleted', async () => {
    await saveDraft(viewer, exercise, 'first');
    await saveDraft(viewer, exercise, 'second');
    expect(await findDraft(viewer, exercise)).toMatchObject({ source: 'second' });
    await deleteDraft(viewer, exercise);
    expect(await findDraft(viewer, exercise)).toBeNull();
  });

  test('may be empty', async () => {
    await saveDraft(viewer, exercise, '');
    expect(await findDraft(viewer, exercise)).toMatchObject({ source: '' });
  });

  test('is nobody else’s to read, replace or delete', async () => {
    await saveDraft(viewer, exercise, 'mine');
    expect(await findDraft(other, exercise)).toBeNull();
    await saveDraft(other, exercise, 'theirs');
    await deleteDraft(other, exercise);
    expect(await findDraft(viewer, exercise)).toMatchObject({ source: 'mine' });
  });

  test('is refused when too long, and for an exercise that is not there', async () => {
    await expect(saveDraft(viewer, exercise, ' '.repeat(MAX_SOURCE_BYTES + 1))).rejects.toMatchObject({
      code: 'too_long',
    });
    await expect(saveDraft(viewer, 'no-such', 'x')).rejects.toMatchObject({ code: 'unknown_exercise' });
  });
});

describe('hints', () => {
  test('open in order, and stay open', async () => {
    await expect(openHint(viewer, exercise, 2)).rejects.toMatchObject({ code: 'hint_out_of_order' });
    expect(await openHint(viewer, exercise, 1)).toEqual([1]);
    expect(await openHint(viewer, exercise, 1)).toEqual([1]);
    expect(await openHint(viewer, exercise, 2)).toEqual([1, 2]);
    await expect(openHint(viewer, exercise, 3)).rejects.toMatchObject({ code: 'unknown_hint' });
    expect(await listOpenedHints(viewer, exercise)).toEqual([1, 2]);
  });

  test('are opened by everybody for themselves', async () => {
    await openHint(viewer, exercise, 1);
    expect(await listOpenedHints(other, exercise)).toEqual([]);
  });
});
