import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { getConcepts } from '../_data/concepts.ts';
import { Badge } from '../_kit/badge.tsx';

type ConceptTagsProps = {
  slugs: string[];
  /** Each leads to its page; not inside something that is a link itself. */
  linked?: boolean;
};

/** Concepts as short words, by their titles in the reader's language. */
export async function ConceptTags({ slugs, linked = false }: ConceptTagsProps) {
  const [t, locale, concepts] = await Promise.all([getTranslations('learn.concepts'), getLocale(), getConcepts()]);
  const titleOf = (slug: string) => concepts.get(slug)?.title[locale] ?? slug;
  return (
    <ul aria-label={t('title')} className="flex flex-wrap gap-1.5">
      {slugs.map((slug) => (
        <li key={slug} className="flex">
          {linked ? (
            <Link href={`/concepts/${slug}`} className="group flex min-h-6 items-center rounded-full">
              <Badge className="transition-colors group-hover:bg-hover group-hover:text-ink">{titleOf(slug)}</Badge>
            </Link>
          ) : (
            <Badge>{titleOf(slug)}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
