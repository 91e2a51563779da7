import { ArrowRight, Clock } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { CatalogueExercise } from '#lib/exercises';
import { ConceptTags } from '../_concepts/concept-tags.tsx';
import { Difficulty } from './difficulty.tsx';
import { ProgressMark } from './progress-mark.tsx';

type ExerciseRowProps = { exercise: CatalogueExercise; level: 2 | 3 | 4; showProgress: boolean };

/** One exercise of the catalogue; the whole row leads to it, the title is its one link. */
export function ExerciseRow({ exercise, level, showProgress }: ExerciseRowProps) {
  const Heading = `h${level}` as const;
  const t = useTranslations('home.catalogue');
  const locale = useLocale();
  return (
    <li className="group relative grid gap-x-6 gap-y-2.5 border-b border-line px-4 py-4 transition-colors last:border-0 hover:bg-surface has-focus-visible:bg-surface sm:px-5 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <Heading className="font-semibold">
          <Link
            href={`/exercises/${exercise.slug}`}
            className="outline-none before:absolute before:inset-0 before:rounded-lg focus-visible:before:outline-2 focus-visible:before:-outline-offset-2 focus-visible:before:outline-accent"
          >
            {exercise.title[locale]}
          </Link>
        </Heading>
        <p className="mt-0.5 text-sm text-pretty text-muted">{exercise.summary[locale]}</p>
        <div className="mt-2.5">
          <ConceptTags slugs={exercise.concepts} />
        </div>
      </div>
      <div className="flex items-center gap-5 text-sm text-muted md:flex-col md:items-end md:justify-between md:gap-2">
        {showProgress ? (
          <ProgressMark progress={exercise.progress} />
        ) : (
          <ArrowRight
            aria-hidden
            className="hidden size-5 text-accent opacity-0 transition-opacity group-hover:opacity-100 group-focus-within:opacity-100 md:block"
          />
        )}
        <div className="flex items-center gap-4">
          <Difficulty level={exercise.difficulty} />
          <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
            <Clock aria-hidden className="size-4" />
            {t('minutes', { minutes: exercise.minutes })}
          </span>
        </div>
      </div>
    </li>
  );
}
