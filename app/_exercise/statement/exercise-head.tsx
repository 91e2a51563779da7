import { ArrowLeft, Clock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { PublicExercise } from '#grader/pack/schema';
import { Difficulty } from '../../_home/difficulty.tsx';
import { Badge } from '../../_kit/badge.tsx';
import { TextLink } from '../../_kit/text-link.tsx';

/** Title, and what to expect. */
export function ExerciseHead({ exercise }: { exercise: PublicExercise }) {
  const t = useTranslations('exercise.page');
  const locale = useLocale();
  return (
    <header className="mb-6 grid gap-3">
      <TextLink
        href="/#exercises"
        className="inline-flex items-center gap-1 justify-self-start text-sm no-underline hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t('back')}
      </TextLink>
      <h1 className="text-2xl">{exercise.title[locale]}</h1>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
        <Difficulty level={exercise.difficulty} />
        <span className="inline-flex items-center gap-1.5">
          <Clock aria-hidden className="size-4" />
          {t('minutes', { minutes: exercise.minutes })}
        </span>
        <ul aria-label={t('concepts')} className="flex flex-wrap gap-1.5">
          {exercise.concepts.map((concept) => (
            <li key={concept}>
              <Badge className="font-mono">{concept}</Badge>
            </li>
          ))}
        </ul>
      </div>
    </header>
  );
}
