// Writes packs into the database, for students to see and workers to grade with. Used by the seed only: what it handles
// holds hidden scenarios, so nothing below app/ may import it.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  scenarioOutlineSchema,
  type Concept,
  type ExerciseBundle,
  type Localised,
  type PackYaml,
  type PublicExercise,
  type ScenarioOutline,
  type WorkedSolution,
} from '#grader/pack/schema';
import type { Verdict } from '#grader/verdict/schema';
import { db } from './db.ts';
import { readVerdict } from './verdict-column.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

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
  const publicHash = sha256(JSON.stringify(content));
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

/** A program of an introduction, with the verdict that is shown. */
export interface PublishedSnippet {
  name: string;
  source: string;
  verdict: Verdict;
}

/** What came of exactly this program when it was published before; null when it never was. */
export async function findSnippetVerdict(pack: string, source: string): Promise<Verdict | null> {
  const row = await db.snippet.findFirst({ where: { packSlug: pack, sourceHash: sha256(source) } });
  return row && readVerdict(row.verdict);
}

/** Replaces the pack's introduction; null when it has none any more. */
export async function publishIntroduction(
  pack: string,
  introduction: { text: Localised; snippets: PublishedSnippet[] } | null,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.introduction.deleteMany({ where: { packSlug: pack } });
    await tx.snippet.deleteMany({ where: { packSlug: pack } });
    if (introduction === null) return;
    const { text, snippets } = introduction;
    await tx.introduction.create({ data: { packSlug: pack, text } });
    const toRow = (snippet: PublishedSnippet) => ({ packSlug: pack, sourceHash: sha256(snippet.source), ...snippet });
    await tx.snippet.createMany({ data: snippets.map(toRow) });
  });
}

/** Replaces all concepts. */
export async function publishConcepts(concepts: Concept[]): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.concept.deleteMany();
    const rows = concepts.map((content, order) => ({ slug: content.slug, order, content }));
    await tx.concept.createMany({ data: rows });
  });
}

/** Replaces the worked solutions of a published exercise. */
export async function publishWorkedSolutions(slug: string, solutions: WorkedSolution[]): Promise<void> {
  const { id: exerciseId } = await db.exercise.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  await db.$transaction(async (tx) => {
    await tx.workedSolution.deleteMany({ where: { exerciseId } });
    const rows = solutions.map((content, order) => ({ exerciseId, name: content.name, order, content }));
    await tx.workedSolution.createMany({ data: rows });
  });
}

/** Withdraws the pack's exercises that are not among `slugs`. Submissions to them stay readable. */
export async function retireOthers(pack: string, slugs: string[]): Promise<void> {
  await db.exercise.updateMany({
    where: { packSlug: pack, slug: { notIn: slugs }, retiredAt: null },
    data: { retiredAt: new Date() },
  });
}
