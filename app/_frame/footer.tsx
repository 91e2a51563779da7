import { useTranslations } from 'next-intl';
import { Mark } from './wordmark.tsx';

/** The end of ordinary pages; full-height workspaces such as the exercise page do without. */
export function Footer() {
  const t = useTranslations('frame.footer');
  return (
    <footer className="mt-12 border-t border-line">
      <div className="mx-auto flex max-w-[80rem] flex-wrap items-center gap-x-4 gap-y-2 px-4 py-8 text-sm text-muted sm:px-6">
        <Mark className="h-5 w-6" />
        <p className="grow">{t('line')}</p>
        <p>{t('engine')}</p>
      </div>
    </footer>
  );
}
