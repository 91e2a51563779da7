// The hidden files of exercises. Only the worker and the seed read or write them: nothing below app/ may import this
// file, not even through another one (dependency-cruiser: app-never-reaches-hidden-tests).
import { exerciseBundleSchema, type ExerciseBundle } from '#grader/pack/schema';
import { db } from './db.ts';

// A version's bundle never changes, so it may be remembered; the oldest is forgotten first.
const remembered = new Map<string, ExerciseBundle>();
const REMEMBERED_MAX = 200;

/** The bundle to grade this version with. Throws when the seed has not written it. */
export async function getBundle(versionId: string): Promise<ExerciseBundle> {
  const known = remembered.get(versionId);
  if (known) return known;
  const row = await db.exerciseBundle.findUniqueOrThrow({ where: { versionId } });
  const bundle = exerciseBundleSchema.parse(row.bundle);
  remembered.set(versionId, bundle);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED_MAX && oldest !== undefined) remembered.delete(oldest);
  return bundle;
}
