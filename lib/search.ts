// Search over what everybody may read: exercises, concepts and introductions. Holds no worked solutions and no hints.
import { publicExerciseSchema } from '#grader/pack/schema';
import { listConcepts } from './concepts.ts';
import { db } from './db.ts';
import { listCatalogue } from './exercises.ts';
import { listIntroductionTexts } from './introductions.ts';
import { indexTexts, searchTexts, toPlainText, type Hit, type IndexedText, type SearchText } from './search-texts.ts';

export type { Hit };

/** Content changes only when the seed runs; a running site takes it up after this time. */
const KEPT_MS = 60_000;
let kept: { texts: Promise<IndexedText[]>; sinceWallMs: number } | null = null;

const plain = ({ en, zh }: { en: string; zh: string }) => ({ en: toPlainText(en), zh: toPlainText(zh) });

async function collectTexts(): Promise<IndexedText[]> {
  const [packs, concepts, introductions, versions] = await Promise.all([
    listCatalogue(null),
    listConcepts(),
    listIntroductionTexts(),
    db.exerciseVersion.findMany({ where: { currentOf: { retiredAt: null } }, select: { content: true } }),
  ]);
  const exercises = versions.map(({ content }): SearchText => {
    const { slug, title, summary, statement } = publicExerciseSchema.parse(content);
    return { kind: 'exercise', slug, title, summary: plain(summary), text: plain(statement) };
  });
  const ofConcepts = concepts.map(({ slug, title, text }): SearchText => {
    return { kind: 'concept', slug, title, summary: plain(text), text: { en: '', zh: '' } };
  });
  const ofPacks = packs.map(({ slug, title, summary }): SearchText => {
    const text = introductions.get(slug) ?? { en: '', zh: '' };
    return { kind: 'introduction', slug, title, summary: plain(summary), text: plain(text) };
  });
  return indexTexts([...ofConcepts, ...exercises, ...ofPacks]);
}

function listTexts(): Promise<IndexedText[]> {
  if (kept !== null && Date.now() - kept.sinceWallMs < KEPT_MS) return kept.texts;
  const texts = collectTexts();
  const mine = { texts, sinceWallMs: Date.now() };
  kept = mine;
  texts.catch(() => {
    if (kept === mine) kept = null;
  });
  return texts;
}

/** What the query finds, the best first; `locale` chooses the language of excerpts where both have one. */
export async function search(query: string, locale: 'en' | 'zh'): Promise<Hit[]> {
  return searchTexts(await listTexts(), query, locale);
}
