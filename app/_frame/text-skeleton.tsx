import { useTranslations } from 'next-intl';
import { Skeleton } from '../_kit/skeleton.tsx';
import { MainArea } from './main-area.tsx';

/** A page of text with cards, while it is on its way. */
export function TextSkeleton() {
  const t = useTranslations('frame');
  return (
    <MainArea>
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <Skeleton className="h-10 w-80 max-w-full" />
      <Skeleton className="mt-4 h-5 w-[34rem] max-w-full" />
      <div className="mt-10 grid max-w-[52rem] gap-5">
        <Skeleton className="h-24" />
        <Skeleton className="h-64" />
        <Skeleton className="h-24" />
      </div>
    </MainArea>
  );
}
