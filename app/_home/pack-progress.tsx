import { useTranslations } from 'next-intl';
import type { CatalogueExercise } from '#lib/exercises';

/** How many exercises of a pack are passed: in words, and one short bar per exercise. */
export function PackProgress({ exercises }: { exercises: CatalogueExercise[] }) {
  const t = useTranslations('home.catalogue');
  const passed = exercises.filter(({ progress }) => progress === 'passed').length;
  return (
    <div className="mt-4">
      <div aria-hidden className="flex max-w-60 gap-1">
        {exercises.map(({ slug, progress }) => (
          <span
            key={slug}
            className={`h-1.5 grow rounded-full ${progress === 'passed' ? 'bg-success' : progress === 'tried' ? 'bg-brand-b' : 'bg-line'}`}
          />
        ))}
      </div>
      <p className="mt-1.5 text-sm text-muted">{t('passedOf', { passed, total: exercises.length })}</p>
    </div>
  );
}
