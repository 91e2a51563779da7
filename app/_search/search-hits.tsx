'use client';
import { BookOpen, Code, Lightbulb } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Hit } from '#lib/search';
import { classNames } from '../_kit/class-names.ts';

const places = {
  exercise: { folder: 'exercises', Icon: Code },
  concept: { folder: 'concepts', Icon: Lightbulb },
  introduction: { folder: 'packs', Icon: BookOpen },
};

/** The page of what was found. */
export function hrefOf({ kind, slug }: Hit): string {
  return `/${places[kind].folder}/${slug}`;
}

interface SearchHitsProps {
  id: string;
  hits: Hit[];
  active: number;
  onChoose: () => void;
  /** The pointer is over one. */
  onPoint: (index: number) => void;
}

/** What was found, as the list of a combobox: the focus stays in the input. */
export function SearchHits({ id, hits, active, onChoose, onPoint }: SearchHitsProps) {
  const t = useTranslations('frame.search');
  const listRef = useRef<HTMLUListElement>(null);
  useEffect(() => {
    listRef.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul ref={listRef} id={id} role="listbox" aria-label={t('title')} className={hits.length > 0 ? 'p-1.5' : ''}>
      {hits.map((hit, index) => (
        <li
          key={`${hit.kind} ${hit.slug}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerMove={() => (index === active ? undefined : onPoint(index))}
        >
          <HitLink hit={hit} active={index === active} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}

function HitLink({ hit, active, onChoose }: { hit: Hit; active: boolean; onChoose: () => void }) {
  const t = useTranslations('frame.search');
  const locale = useLocale();
  const { Icon } = places[hit.kind];
  return (
    <Link
      href={hrefOf(hit)}
      tabIndex={-1}
      onClick={onChoose}
      className={classNames('flex gap-3 rounded-md px-3 py-2.5', active ? 'bg-accent-soft' : '')}
    >
      <Icon aria-hidden className={classNames('mt-1 size-4.5 shrink-0', active ? 'text-accent' : 'text-muted')} />
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-medium">{hit.title[locale]}</span>
          <span className="text-xs text-muted">{t(`kind.${hit.kind}`)}</span>
        </span>
        <span className="line-clamp-2 text-sm text-muted">{hit.excerpt}</span>
      </span>
    </Link>
  );
}
