// The catalogue and single exercises, as students may see them.
import { packYamlSchema, publicExerciseSchema, type PackYaml, type PublicExercise } from '#grader/pack/schema';
import { db } from './db.ts';
import type { Prisma } from './generated/prisma/client.ts';
import type { Viewer } from './viewer.ts';

/** How far the viewer is with an exercise; `new` also for visitors. */
export type Progress = 'new' | 'tried' | 'passed';

export interface CatalogueExercise extends Pick<
  PublicExercise,
  'slug' | 'title' | 'summary' | 'difficulty' | 'concepts' | 'minutes'
> {
  progress: Progress;
}

export interface CataloguePack extends Pick<PackYaml, 'title' | 'summary' | 'concepts'> {
  slug: string;
  exercises: CatalogueExercise[];
}

async function listProgress(viewer: Viewer | null): Promise<Map<string, Progress>> {
  if (viewer === null) return new Map();
  const rows = await db.submission.groupBy({
    by: ['exerciseId', 'passed'],
    where: { userId: viewer.id, kind: 'submit', status: 'done' },
  });
  const progress = new Map<string, Progress>();
  for (const { exerciseId, passed } of rows)
    if (exerciseId !== null && (passed || !progress.has(exerciseId)))
      progress.set(exerciseId, passed ? 'passed' : 'tried');
  return progress;
}

function toCatalogueExercise(content: unknown, progress: Progress): CatalogueExercise {
  const { slug, title, summary, difficulty, concepts, minutes } = publicExerciseSchema.parse(content);
  return { slug, title, summary, difficulty, concepts, minutes, progress };
}

const offeredExercises = {
  exercises: {
    where: { retiredAt: null, currentVersionId: { not: null } },
    orderBy: [{ order: 'asc' }, { slug: 'asc' }],
    include: { currentVersion: { select: { content: true } } },
  },
} satisfies Prisma.PackInclude;

/** All packs with their exercises in the authors' order, with the viewer's own progress. */
export async function listCatalogue(viewer: Viewer | null): Promise<CataloguePack[]> {
  const [packs, progress] = await Promise.all([
    db.pack.findMany({ orderBy: [{ order: 'asc' }, { slug: 'asc' }], include: offeredExercises }),
    listProgress(viewer),
  ]);
  return packs
    .filter((pack) => pack.exercises.length > 0)
    .map((pack) => {
      const { title, summary, concepts } = packYamlSchema.parse(pack.content);
      const listed = pack.exercises.map((row) =>
        toCatalogueExercise(row.currentVersion?.content, progress.get(row.id) ?? 'new'),
      );
      return { slug: pack.slug, title, summary, concepts, exercises: listed };
    });
}

/** One pack with its exercises; null when there is none of this name, or it offers nothing. */
export async function findPack(slug: string, viewer: Viewer | null): Promise<CataloguePack | null> {
  return (await listCatalogue(viewer)).find((pack) => pack.slug === slug) ?? null;
}

/** The title of a pack, whatever it offers. */
export async function getPackTitle(slug: string): Promise<PackYaml['title']> {
  const { content } = await db.pack.findUniqueOrThrow({ where: { slug } });
  return packYamlSchema.parse(content).title;
}

/** Everything a student may see of one exercise. */
export async function findExercise(slug: string): Promise<PublicExercise | null> {
  const row = await db.exercise.findUnique({
    where: { slug, retiredAt: null },
    select: { currentVersion: { select: { content: true } } },
  });
  return row?.currentVersion ? publicExerciseSchema.parse(row.currentVersion.content) : null;
}
