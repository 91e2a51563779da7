import { ArrowRight, CircleCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { CataloguePack } from '#lib/exercises';
import { LinkButton } from '../_kit/link-button.tsx';
import { findNextExercise } from './find-next-exercise.ts';

/** Says what comes next, so that nobody has to look for where they were. */
export function NextExercise({ packs }: { packs: CataloguePack[] }) {
  const t = useTranslations('home.next');
  const locale = useLocale();
  const next = findNextExercise(packs);
  if (next === null)
    return (
      <p className="flex items-center gap-2.5 rounded-lg bg-success-soft px-5 py-4 font-medium text-success">
        <CircleCheck aria-hidden className="size-5 shrink-0" />
        {t('allPassed')}
      </p>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4 rounded-lg bg-accent-soft px-5 py-4">
      <p className="min-w-0 grow">
        <span className="block text-sm text-accent">{next.progress === 'tried' ? t('continue') : t('start')}</span>
        <span className="font-semibold">{next.title[locale]}</span>
      </p>
      <LinkButton href={`/exercises/${next.slug}`} variant="primary">
        {t('open')}
        <ArrowRight aria-hidden />
      </LinkButton>
    </div>
  );
}
