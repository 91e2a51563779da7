import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { MainArea } from '../../_frame/main-area.tsx';
import { CatalogueSkeleton } from '../../_home/catalogue-skeleton.tsx';
import { Catalogue } from '../../_home/catalogue.tsx';
import { Hero } from '../../_home/hero.tsx';
import { Points } from '../../_home/points.tsx';

/** The landing page, which is also the catalogue: what this is, why to believe it, and where to begin. */
export default function HomePage() {
  const t = useTranslations('home.catalogue');
  return (
    <MainArea width="full">
      <Hero />
      <Points />
      <section
        id="exercises"
        aria-labelledby="exercises-title"
        className="mx-auto max-w-6xl border-t border-line px-4 pt-14 pb-8 sm:px-6 lg:pt-18"
      >
        <h2 id="exercises-title" className="text-2xl">
          {t('title')}
        </h2>
        <p className="mt-1.5 mb-10 max-w-prose text-muted">{t('intro')}</p>
        <Suspense fallback={<CatalogueSkeleton />}>
          <Catalogue />
        </Suspense>
      </section>
    </MainArea>
  );
}
