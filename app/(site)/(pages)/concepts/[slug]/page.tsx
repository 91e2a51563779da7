import { ArrowLeft, BookOpen } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache, type ReactNode } from 'react';
import { findTaughtConcept, type TaughtConcept } from '#lib/concepts';
import { ConceptTags } from '../../../../_concepts/concept-tags.tsx';
import { findCurrentViewer } from '../../../../_data/viewer.ts';
import { MainArea } from '../../../../_frame/main-area.tsx';
import { ExerciseList } from '../../../../_home/exercise-list.tsx';
import { TextLink } from '../../../../_kit/text-link.tsx';
import { renderMarkdown } from '../../../../_markdown/render-markdown.ts';

interface ConceptPageProps {
  params: Promise<{ slug: string }>;
}

const findOnce = cache(async (slug: string) => findTaughtConcept(slug, await findCurrentViewer()));

export async function generateMetadata({ params }: ConceptPageProps): Promise<Metadata> {
  const concept = await findOnce((await params).slug);
  return concept ? { title: concept.title[await getLocale()] } : {};
}

/** One concept: what it is, what is related, and where it is taught and practised. */
export default async function ConceptPage({ params }: ConceptPageProps) {
  const concept = await findOnce((await params).slug);
  if (!concept) notFound();
  const [t, locale, viewer] = await Promise.all([getTranslations('learn.concepts'), getLocale(), findCurrentViewer()]);
  const html = await renderMarkdown(concept.text[locale]);
  return (
    <MainArea>
      <TextLink href="/concepts" className="inline-flex items-center gap-1 text-sm no-underline hover:underline">
        <ArrowLeft aria-hidden className="size-4" />
        {t('all')}
      </TextLink>
      <h1 className="mt-3 text-3xl">{concept.title[locale]}</h1>
      <div className="prose mt-4 text-lg" dangerouslySetInnerHTML={{ __html: html }} />
      <div className="mt-10 grid gap-10">
        {concept.related.length > 0 ? (
          <Part id="related" title={t('related')}>
            <ConceptTags slugs={concept.related} linked />
          </Part>
        ) : null}
        {concept.introductions.length > 0 ? (
          <Part id="introductions" title={t('introductions')}>
            <Introductions introductions={concept.introductions} />
          </Part>
        ) : null}
        <Part id="exercises" title={t('exercises')}>
          {concept.exercises.length > 0 ? (
            <ExerciseList exercises={concept.exercises} level={3} showProgress={viewer !== null} />
          ) : (
            <p className="text-muted">{t('noExercise')}</p>
          )}
        </Part>
      </div>
    </MainArea>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}

async function Introductions({ introductions }: Pick<TaughtConcept, 'introductions'>) {
  const locale = await getLocale();
  return (
    <ul className="grid gap-3">
      {introductions.map(({ slug, title, summary }) => (
        <li key={slug} className="flex gap-3">
          <BookOpen aria-hidden className="mt-1 size-4.5 shrink-0 text-muted" />
          <div className="min-w-0">
            <TextLink href={`/packs/${slug}`} className="font-semibold">
              {title[locale]}
            </TextLink>
            <p className="text-sm text-muted">{summary[locale]}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
