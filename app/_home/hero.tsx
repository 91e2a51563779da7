import { useTranslations } from 'next-intl';
import { LinkButton } from '../_kit/link-button.tsx';
import { OverlapFigure } from './overlap-figure.tsx';

/** The top of the home page: the question the product answers, and its answer as a picture. */
export function Hero() {
  const t = useTranslations('home.hero');
  return (
    <section className="time-grid isolate border-b border-line">
      <div className="mx-auto grid max-w-[80rem] items-center gap-x-12 gap-y-10 px-4 py-12 sm:px-6 sm:py-16 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:py-24">
        <div>
          <h1 className="text-display font-bold tracking-[-0.03em] text-balance">
            <span className="block">{t('claim')}</span> <span className="block text-accent">{t('question')}</span>
          </h1>
          <p className="mt-5 max-w-[34rem] text-lg text-pretty text-muted">{t('answer')}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <LinkButton href="#exercises" variant="primary" size="lg">
              {t('start')}
            </LinkButton>
            <LinkButton href="#how" size="lg">
              {t('how')}
            </LinkButton>
          </div>
        </div>
        <OverlapFigure />
      </div>
    </section>
  );
}
