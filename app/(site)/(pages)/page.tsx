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
      <section id="exercises" aria-labelledby="exercises-title" className="mx-auto max-w-[80rem] px-4 pb-8 sm:px-6">
        <hr className="mb-14 border-line lg:mb-18" />
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
