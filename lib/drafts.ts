// What a student has typed so far, kept on the server so that it follows them from device to device.
import { db } from './db.ts';
import { checkText, SubmitRefused } from './submission-limits.ts';
import type { Viewer } from './viewer.ts';

export interface DraftView {
  source: string;
  /** ISO 8601 */
  updatedAt: string;
}

async function getExerciseId(slug: string): Promise<string> {
  const exercise = await db.exercise.findUnique({ where: { slug }, select: { id: true } });
  if (exercise === null) throw new SubmitRefused('unknown_exercise');
  return exercise.id;
}

export async function findDraft(viewer: Viewer, slug: string): Promise<DraftView | null> {
  const row = await db.draft.findFirst({ where: { userId: viewer.id, exercise: { slug } } });
  return row && { source: row.source, updatedAt: row.updatedAt.toISOString() };
}

/** Keeps the text, in place of what was kept before. Throws SubmitRefused (`too_long`, `unknown_exercise`). */
export async function saveDraft(viewer: Viewer, slug: string, source: string): Promise<void> {
  checkText(source); // but it may be empty: an emptied editor is a draft like any other
  const key = { userId: viewer.id, exerciseId: await getExerciseId(slug) };
  await db.draft.upsert({
    where: { userId_exerciseId: key },
    create: { ...key, source },
    update: { source },
    select: { userId: true },
  });
}

export async function deleteDraft(viewer: Viewer, slug: string): Promise<void> {
  await db.draft.deleteMany({ where: { userId: viewer.id, exercise: { slug } } });
}
