'use client';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { withNext } from '../_account/next-target.ts';
import { LinkButton } from '../_kit/link-button.tsx';

/** For visitors: the ways in, which lead back to where they were. */
export function SignInLinks({ className }: { className?: string }) {
  const t = useTranslations('frame');
  const path = usePathname();
  return (
    <div className={className ?? 'ml-1 flex gap-2'}>
      <LinkButton href={withNext('/sign-in', path)} variant="secondary">
        {t('signIn')}
      </LinkButton>
      <LinkButton href={withNext('/sign-up', path)} variant="primary">
        {t('signUp')}
      </LinkButton>
    </div>
  );
}
