// The concepts that exercises and introductions teach.
import { findSiteLinks } from '#grader/pack/introduction-text';
import { type Concept, conceptSchema } from '#grader/pack/schema';
import { db } from './db.ts';
import { listCatalogue, type CatalogueExercise, type CataloguePack } from './exercises.ts';
import { listIntroductionTexts } from './introductions.ts';
import type { Viewer } from './viewer.ts';

export type { Concept };

/** All concepts, in the order in which one would learn them. */
export async function listConcepts(): Promise<Concept[]> {
  const rows = await db.concept.findMany({ orderBy: { order: 'asc' } });
  return rows.map(({ content }) => conceptSchema.parse(content));
}

/** A concept and where it is taught. */
export interface TaughtConcept extends Concept {
  exercises: CatalogueExercise[];
  /** Packs whose introduction speaks of it. */
  introductions: Pick<CataloguePack, 'slug' | 'title' | 'summary'>[];
}

/** All concepts with the exercises and introductions that name them, and the viewer's progress there. */
export async function listTaughtConcepts(viewer: Viewer | null): Promise<TaughtConcept[]> {
  const [concepts, packs, texts] = await Promise.all([listConcepts(), listCatalogue(viewer), listIntroductionTexts()]);
  const linked = new Map(
    packs.map(({ slug }) => {
      const links = findSiteLinks(texts.get(slug)?.en ?? '').filter(({ to }) => to === 'concept');
      return [slug, new Set(links.map((link) => link.slug))];
    }),
  );
  return concepts.map((concept) => ({
    ...concept,
    exercises: packs.flatMap((pack) => pack.exercises.filter(({ concepts: named }) => named.includes(concept.slug))),
    introductions: packs
      .filter((pack) => linked.get(pack.slug)?.has(concept.slug))
      .map(({ slug, title, summary }) => ({ slug, title, summary })),
  }));
}

/** One concept with where it is taught; null when there is none of this name. */
export async function findTaughtConcept(slug: string, viewer: Viewer | null): Promise<TaughtConcept | null> {
  return (await listTaughtConcepts(viewer)).find((concept) => concept.slug === slug) ?? null;
}
