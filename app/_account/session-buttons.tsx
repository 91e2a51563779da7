'use client';
import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Alert } from '../_kit/alert.tsx';
import { Button } from '../_kit/button.tsx';
import { useToast } from '../_kit/toast.tsx';
import { authClient } from './auth-client.ts';
import { useAuthRequest } from './use-auth-request.ts';
import { useHydrated } from './use-hydrated.ts';
import { useSignOut } from './use-sign-out.ts';

/** Ends this session, or all the others. */
export function SessionButtons() {
  const t = useTranslations('account.sessions');
  const frameT = useTranslations('frame');
  const authT = useTranslations('auth');
  const toast = useToast();
  const hydrated = useHydrated();
  const { signOut, signingOut } = useSignOut();
  const { pending, problem, send } = useAuthRequest();

  const endOthers = async () => {
    const data = await send((fetchOptions) => authClient.revokeOtherSessions({ fetchOptions }));
    if (data !== null) toast({ tone: 'success', text: t('othersEnded') });
  };

  return (
    <div className="grid gap-3">
      {problem ? (
        <Alert tone="danger" announce>
          {authT(`problems.${problem.code}`, { minutes: problem.minutes })}
        </Alert>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button loading={pending} disabled={!hydrated} onClick={() => void endOthers()}>
          {t('endOthers')}
        </Button>
        <Button variant="quiet" loading={signingOut} disabled={!hydrated} onClick={signOut}>
          <LogOut aria-hidden />
          {frameT('signOut')}
        </Button>
      </div>
    </div>
  );
}
