import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { TaughtConcept } from '#lib/concepts';

type ConceptCardProps = {
  concept: TaughtConcept;
  /** The explanation, rendered. */
  html: string;
  showProgress: boolean;
};

/** A concept in the list: its title leads to its page, its text is cut after some lines. */
export function ConceptCard({ concept, html, showProgress }: ConceptCardProps) {
  const t = useTranslations('learn.concepts');
  const words = useTranslations('learn.progress');
  const locale = useLocale();
  const { exercises } = concept;
  const passed = exercises.filter(({ progress }) => progress === 'passed').length;
  return (
    <article className="group relative grid content-start gap-2 rounded-lg border border-line bg-raised p-5 shadow-raised transition-colors hover:border-line-strong">
      <h2 className="text-lg">
        <Link
          href={`/concepts/${concept.slug}`}
          className="outline-none before:absolute before:inset-0 before:rounded-lg group-hover:underline focus-visible:before:outline-2 focus-visible:before:outline-accent"
        >
          {concept.title[locale]}
        </Link>
      </h2>
      {/* Links in the text lie below the card's own link: it is a preview, the page has them. */}
      <div className="prose line-clamp-4 text-sm" inert dangerouslySetInnerHTML={{ __html: html }} />
      <p className="text-sm text-muted">
        {showProgress && exercises.length > 0
          ? `${t('extent', { exercises: exercises.length })} · ${words('passedOf', { passed, total: exercises.length })}`
          : t('extent', { exercises: exercises.length })}
      </p>
    </article>
  );
}
