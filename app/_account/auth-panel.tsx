import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { MainArea } from '../_frame/main-area.tsx';
import { Mark } from '../_frame/wordmark.tsx';
import { Card } from '../_kit/card.tsx';
import { TextLink } from '../_kit/text-link.tsx';
import { withNext } from './next-target.ts';

/** The frame of the sign-in and sign-up pages: title, form, and the way to the other of the two. */
export function AuthPanel({ page, next, children }: { page: 'signIn' | 'signUp'; next: string; children: ReactNode }) {
  const t = useTranslations(`auth.${page}`);
  return (
    <MainArea width="narrow" className="sm:pt-16">
      <Card className="p-6 sm:p-8">
        <Mark className="h-8" />
        <h1 className="mt-5 text-2xl">{t('title')}</h1>
        <p className="mt-1 text-sm text-muted">{t('intro')}</p>
        <div className="mt-6">{children}</div>
      </Card>
      <p className="mt-5 text-center text-sm text-muted">
        {t('otherQuestion')}{' '}
        <TextLink href={withNext(page === 'signIn' ? '/sign-up' : '/sign-in', next)}>{t('otherAnswer')}</TextLink>
      </p>
    </MainArea>
  );
}
