import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { CatalogueSkeleton } from './catalogue-skeleton.tsx';
import { Catalogue } from './catalogue.tsx';

/** The catalogue with its heading: the page's title for those who are signed in, a part of the page for visitors. */
export function CatalogueSection({ isPageTitle }: { isPageTitle: boolean }) {
  const t = useTranslations('home.catalogue');
  const Heading = isPageTitle ? 'h1' : 'h2';
  return (
    <section id="exercises" aria-labelledby="exercises-title" className="mx-auto max-w-[80rem] px-4 pb-8 sm:px-6">
      {isPageTitle ? <div className="pt-8 sm:pt-12" /> : <hr className="mb-14 border-line lg:mb-18" />}
      <Heading id="exercises-title" className={isPageTitle ? 'text-3xl' : 'text-2xl'}>
        {t('title')}
      </Heading>
      <p className="mt-1.5 mb-8 max-w-2xl text-pretty text-muted sm:mb-10">{t('intro')}</p>
      <Suspense fallback={<CatalogueSkeleton />}>
        <Catalogue packLevel={isPageTitle ? 2 : 3} />
      </Suspense>
    </section>
  );
}
