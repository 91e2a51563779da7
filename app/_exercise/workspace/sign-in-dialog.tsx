'use client';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { withNext } from '../../_account/next-target.ts';
import { Dialog, DialogActions, DialogContent } from '../../_kit/dialog.tsx';
import { LinkButton } from '../../_kit/link-button.tsx';

interface SignInDialogProps {
  open: boolean;
  /** There was a session and it has ended. */
  expired: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asked for by Run and Submit of somebody not signed in. Both ways lead back here, where the draft is waiting. */
export function SignInDialog({ open, expired, onOpenChange }: SignInDialogProps) {
  const t = useTranslations('exercise.signIn');
  const path = usePathname();
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t('title')} description={expired ? t('expired') : t('text')}>
        <DialogActions>
          <LinkButton href={withNext('/sign-up', path)}>{t('signUp')}</LinkButton>
          <LinkButton href={withNext('/sign-in', path)} variant="primary">
            {t('signIn')}
          </LinkButton>
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}
