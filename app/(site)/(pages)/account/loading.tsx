import { useTranslations } from 'next-intl';
import { MainArea } from '../../../_frame/main-area.tsx';
import { Skeleton } from '../../../_kit/skeleton.tsx';

export default function AccountLoading() {
  const t = useTranslations('frame');
  return (
    <MainArea width="text">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <Skeleton className="h-10 w-44" />
      <div className="mt-12 grid gap-6">
        <Skeleton className="h-44" />
        <Skeleton className="h-52" />
        <Skeleton className="h-72" />
      </div>
    </MainArea>
  );
}
