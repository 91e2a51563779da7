import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { listTaughtConcepts } from '#lib/concepts';
import { ConceptCard } from '../../../_concepts/concept-card.tsx';
import { findCurrentViewer } from '../../../_data/viewer.ts';
import { MainArea } from '../../../_frame/main-area.tsx';
import { EmptyState } from '../../../_kit/empty-state.tsx';
import { renderMarkdown } from '../../../_markdown/render-markdown.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('learn.concepts');
  return { title: t('title'), description: t('intro') };
}

/** All concepts, with how much there is to practise. */
export default async function ConceptsPage() {
  const [t, locale, viewer] = await Promise.all([getTranslations('learn.concepts'), getLocale(), findCurrentViewer()]);
  const concepts = await listTaughtConcepts(viewer);
  const texts = await Promise.all(concepts.map(({ text }) => renderMarkdown(text[locale])));
  return (
    <MainArea>
      <h1 className="text-3xl">{t('title')}</h1>
      <p className="mt-1.5 mb-8 max-w-2xl text-pretty text-muted">{t('intro')}</p>
      {concepts.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {concepts.map((concept, index) => (
            <li key={concept.slug} className="grid">
              <ConceptCard concept={concept} html={texts[index] ?? ''} showProgress={viewer !== null} />
            </li>
          ))}
        </ul>
      )}
    </MainArea>
  );
}
