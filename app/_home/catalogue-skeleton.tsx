import { useTranslations } from 'next-intl';
import { Skeleton } from '../_kit/skeleton.tsx';

/** The outline of a pack while the catalogue is on its way. */
export function CatalogueSkeleton() {
  const t = useTranslations('frame');
  return (
    <div className="grid gap-x-10 gap-y-5 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div className="grid content-start gap-2.5">
        <Skeleton className="h-7 w-48" />
        <Skeleton className="h-4 w-60" />
        <Skeleton className="h-4 w-40" />
      </div>
      <div className="overflow-hidden rounded-lg border border-line bg-raised">
        {['first', 'second'].map((row) => (
          <div key={row} className="grid gap-2.5 border-b border-line px-5 py-5 last:border-0">
            <Skeleton className="h-5 w-56 max-w-full" />
            <Skeleton className="h-4 w-96 max-w-full" />
            <Skeleton className="h-5 w-40" />
          </div>
        ))}
      </div>
    </div>
  );
}
