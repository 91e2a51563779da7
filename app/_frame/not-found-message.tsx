import { useTranslations } from 'next-intl';
import { LinkButton } from '../_kit/link-button.tsx';
import { MainArea } from './main-area.tsx';
import { StalledFigure } from './stalled-figure.tsx';

/** "There is nothing here", with the way back to the exercises. */
export function NotFoundMessage() {
  const t = useTranslations('errors.notFound');
  return (
    <MainArea width="text" className="grid content-center justify-items-start gap-2">
      <StalledFigure outcome="404" />
      <h1 className="text-3xl">{t('title')}</h1>
      <p className="max-w-prose text-muted">{t('text')}</p>
      <LinkButton href="/#exercises" variant="primary" className="mt-4">
        {t('action')}
      </LinkButton>
    </MainArea>
  );
}
