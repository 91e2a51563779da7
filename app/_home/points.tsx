import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LineFigure, OutsideFigure, VirtualClockFigure } from './point-figures.tsx';

/** Why a verdict can be believed, in three points. */
export function Points() {
  const t = useTranslations('home.points');
  const code = (chunks: ReactNode) => <code className="font-mono text-[0.9em] text-ink">{chunks}</code>;
  const points = [
    { key: 'clock', Figure: VirtualClockFigure },
    { key: 'outside', Figure: OutsideFigure },
    { key: 'line', Figure: LineFigure },
  ] as const;
  return (
    <section id="how" aria-labelledby="how-title" className="mx-auto max-w-[80rem] px-4 py-16 sm:px-6 lg:py-20">
      <h2 id="how-title" className="text-2xl">
        {t('title')}
      </h2>
      <ul className="mt-8 grid gap-10 md:grid-cols-3 md:gap-8">
        {points.map(({ key, Figure }) => (
          <li key={key}>
            <div className="mb-5 rounded-lg bg-sunken p-4">
              <Figure />
            </div>
            <h3 className="text-lg">{t(`${key}.title`)}</h3>
            <p className="mt-1.5 text-pretty text-muted">{t.rich(`${key}.text`, { code })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
