'use client';
import { useLocale } from 'next-intl';
import { useHydrated } from '../draft/use-draft.ts';

/** An instant in the reader's own time zone, which only the browser knows: until then there is an empty place. */
export function LocalTime({ iso }: { iso: string }) {
  const locale = useLocale();
  const hydrated = useHydrated();
  const format = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <time dateTime={iso} className="whitespace-nowrap tabular-nums">
      {hydrated ? format.format(new Date(iso)) : '\u00a0'}
    </time>
  );
}
