import { ArrowLeft, Clock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { PublicExercise } from '#grader/pack/schema';
import { Difficulty } from '../../_home/difficulty.tsx';
import { ConceptTags } from '../../_concepts/concept-tags.tsx';
import { TextLink } from '../../_kit/text-link.tsx';

/** Title, and what to expect; `pack` is the title of the pack it belongs to. */
export function ExerciseHead({ exercise, pack }: { exercise: PublicExercise; pack: string }) {
  const t = useTranslations('exercise.page');
  const locale = useLocale();
  return (
    <header className="mb-6 grid gap-3">
      <TextLink
        href={`/packs/${exercise.pack}`}
        className="inline-flex items-center gap-1 justify-self-start text-sm no-underline hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {pack}
      </TextLink>
      <h1 className="text-2xl">{exercise.title[locale]}</h1>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
        <Difficulty level={exercise.difficulty} />
        <span className="inline-flex items-center gap-1.5">
          <Clock aria-hidden className="size-4" />
          {t('minutes', { minutes: exercise.minutes })}
        </span>
        <ConceptTags slugs={exercise.concepts} linked />
      </div>
    </header>
  );
}
