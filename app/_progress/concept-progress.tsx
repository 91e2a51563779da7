import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { Concept } from '#lib/concepts';
import type { ExerciseProgress } from '#lib/progress';
import { ProgressBar } from './progress-bar.tsx';

/** For each concept that is practised: how many of its exercises are passed. */
export function ConceptProgress({ concepts, exercises }: { concepts: Concept[]; exercises: ExerciseProgress[] }) {
  const t = useTranslations('learn.progress');
  const locale = useLocale();
  const counted = concepts.map(({ slug, title }) => {
    const named = exercises.filter((exercise) => exercise.concepts.includes(slug));
    const passed = named.filter(({ progress }) => progress === 'passed').length;
    return { slug, title, passed, total: named.length };
  });
  return (
    <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
      {counted
        .filter(({ total }) => total > 0)
        .map(({ slug, title, passed, total }) => (
          <li key={slug}>
            <p className="mb-1.5 flex items-baseline justify-between gap-3 text-sm">
              <Link href={`/concepts/${slug}`} className="rounded-sm font-medium underline-offset-3 hover:underline">
                {title[locale]}
              </Link>
              <span className="text-muted tabular-nums">{t('passedOf', { passed, total })}</span>
            </p>
            <ProgressBar passed={passed} total={total} />
          </li>
        ))}
    </ul>
  );
}
