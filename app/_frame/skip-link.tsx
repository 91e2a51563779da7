import { useTranslations } from 'next-intl';

/** The first stop of the Tab key: past the header to the page's own content (`#main`). */
export function SkipLink() {
  const t = useTranslations('frame');
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-60 -translate-y-20 rounded-md bg-inverse px-4 py-2 text-sm font-medium text-ink-inverse focus:translate-y-0"
    >
      {t('skip')}
    </a>
  );
}
