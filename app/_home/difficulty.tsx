import { useTranslations } from 'next-intl';

const LEVELS = [1, 2, 3, 4, 5];

/** Difficulty from 1 to 5 as rising bars, and in words for those who do not see them. */
export function Difficulty({ level }: { level: number }) {
  const t = useTranslations('home.catalogue');
  const words = t('difficulty', { level });
  return (
    <span title={words} className="inline-flex">
      <span className="sr-only">{words}</span>
      <svg aria-hidden viewBox="0 0 26 14" className="h-3.5 w-6.5">
        {LEVELS.map((step) => (
          <rect
            key={step}
            x={(step - 1) * 5.5}
            y={12 - step * 2.2}
            width="3.5"
            height={2 + step * 2.2}
            rx="1.25"
            className={step <= level ? 'fill-ink' : 'fill-line'}
          />
        ))}
      </svg>
    </span>
  );
}
