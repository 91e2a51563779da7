// What one person has done so far: for their own eyes.
import { listCatalogue, type CatalogueExercise, type CataloguePack } from './exercises.ts';
import { db } from './db.ts';
import type { Viewer } from './viewer.ts';

export interface ExerciseProgress extends CatalogueExercise {
  /** Submits; runs are not counted. */
  attempts: number;
  /** ISO 8601; when it was first passed. */
  passedAt: string | null;
  /** ISO 8601; the latest submit. */
  triedAt: string | null;
}

export interface PackProgress extends Pick<CataloguePack, 'slug' | 'title'> {
  exercises: ExerciseProgress[];
}

interface Row {
  slug: string;
  attempts: number;
  passedAt: Date | null;
  triedAt: Date;
}

/** The viewer's progress in all packs that are offered. Submits that ended in trouble of ours do not count. */
export async function listProgress(viewer: Viewer): Promise<PackProgress[]> {
  const [packs, rows] = await Promise.all([
    listCatalogue(viewer),
    db.$queryRaw<Row[]>`
      select e.slug, count(*)::int as attempts, max(s."createdAt") as "triedAt",
        min(s."createdAt") filter (where s.passed) as "passedAt"
      from submission s join exercise e on e.id = s."exerciseId"
      where s."userId" = ${viewer.id} and s.kind = 'submit' and s.status = 'done'
      group by e.slug`,
  ]);
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return packs.map(({ slug, title, exercises }) => ({
    slug,
    title,
    exercises: exercises.map((exercise) => {
      const row = bySlug.get(exercise.slug);
      return {
        ...exercise,
        attempts: row?.attempts ?? 0,
        passedAt: row?.passedAt?.toISOString() ?? null,
        triedAt: row?.triedAt.toISOString() ?? null,
      };
    }),
  }));
}
