// Writes packs into the database, for students to see and workers to grade with. Used by the seed only: what it handles
// holds hidden scenarios, so nothing below app/ may import it.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  scenarioOutlineSchema,
  type ExerciseBundle,
  type PackYaml,
  type PublicExercise,
  type ScenarioOutline,
} from '#grader/pack/schema';
import { db } from './db.ts';

const hashOf = (content: PublicExercise) => createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** What the judge said of the scenarios when this state of the exercise was published; null when it never was. */
export async function findOutlines(slug: string, contentHash: string): Promise<ScenarioOutline[] | null> {
  const row = await db.exerciseBundle.findFirst({ where: { version: { contentHash, exercise: { slug } } } });
  return row && z.array(scenarioOutlineSchema).parse(row.outlines);
}

export async function publishPack(slug: string, yaml: PackYaml): Promise<void> {
  const columns = { order: yaml.order, content: yaml };
  await db.pack.upsert({ where: { slug }, create: { slug, ...columns }, update: columns });
}

export interface Publication {
  content: PublicExercise;
  bundle: ExerciseBundle;
  outlines: ScenarioOutline[];
}

/**
 * Makes this the exercise's current state. What decides a verdict makes a new version, and old submissions keep theirs;
 * a changed statement or hint changes the version in place. False when nothing had changed.
 */
export async function publishExercise({ content, bundle, outlines }: Publication): Promise<boolean> {
  const { slug, pack, order, contentHash } = content;
  const publicHash = hashOf(content);
  const known = await db.exercise.findUnique({ where: { slug }, include: { currentVersion: true } });
  const current = known?.currentVersion;
  const placed = known?.packSlug === pack && known.order === order && known.retiredAt === null;
  if (placed && current?.contentHash === contentHash && current.publicHash === publicHash) return false;
  await db.$transaction(async (tx) => {
    const columns = { packSlug: pack, order, retiredAt: null };
    const exercise = await tx.exercise.upsert({ where: { slug }, create: { slug, ...columns }, update: columns });
    const version = await tx.exerciseVersion.upsert({
      where: { exerciseId_contentHash: { exerciseId: exercise.id, contentHash } },
      create: { exerciseId: exercise.id, contentHash, content, publicHash, bundle: { create: { bundle, outlines } } },
      update: { content, publicHash },
    });
    await tx.exercise.update({ where: { id: exercise.id }, data: { currentVersionId: version.id } });
  });
  return true;
}

/** Withdraws the pack's exercises that are not among `slugs`. Submissions to them stay readable. */
export async function retireOthers(pack: string, slugs: string[]): Promise<void> {
  await db.exercise.updateMany({
    where: { packSlug: pack, slug: { notIn: slugs }, retiredAt: null },
    data: { retiredAt: new Date() },
  });
}
