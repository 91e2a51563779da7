'use client';
import { useTranslations } from 'next-intl';
import { useState, type SubmitEvent } from 'react';
import { Alert } from '../_kit/alert.tsx';
import { Button } from '../_kit/button.tsx';
import { Field } from '../_kit/field.tsx';
import { PasswordInput } from '../_kit/password-input.tsx';
import { useToast } from '../_kit/toast.tsx';
import { authClient } from './auth-client.ts';
import type { AuthProblemCode } from './auth-problem.ts';
import { findPasswordProblem, PASSWORD_LENGTH_MIN } from './check-credentials.ts';
import { readText } from './read-text.ts';
import { useAuthRequest } from './use-auth-request.ts';
import { useHydrated } from './use-hydrated.ts';

/** Changes the password and ends all other sessions: whoever knew the old one is out. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('account.password');
  const authT = useTranslations('auth');
  const toast = useToast();
  const hydrated = useHydrated();
  const { pending, problem, send } = useAuthRequest();
  const [newProblem, setNewProblem] = useState<AuthProblemCode | null>(null);

  const changePassword = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const newPassword = readText(values, 'new-password');
    const wrong = findPasswordProblem(newPassword);
    setNewProblem(wrong);
    if (wrong) return form.querySelector<HTMLInputElement>('[name=new-password]')?.focus();
    const change = { currentPassword: readText(values, 'current-password'), newPassword, revokeOtherSessions: true };
    const data = await send((fetchOptions) => authClient.changePassword({ ...change, fetchOptions }));
    if (data === null) return;
    form.reset();
    toast({ tone: 'success', text: t('saved') });
  };

  const words = (code: AuthProblemCode) => authT(`problems.${code}`, { minutes: problem?.minutes ?? 0 });
  const currentWrong = problem?.code === 'passwordWrong';
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void changePassword(event)}
      className="grid justify-items-start gap-4"
    >
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {problem && !currentWrong ? (
        <Alert tone="danger" announce className="w-full">
          {words(problem.code)}
        </Alert>
      ) : null}
      <div className="grid w-full gap-4">
        <Field label={t('current')} error={currentWrong ? words('passwordWrong') : undefined}>
          {(control) => <PasswordInput {...control} name="current-password" autoComplete="current-password" required />}
        </Field>
        <Field
          label={t('new')}
          help={authT('passwordHelp', { min: PASSWORD_LENGTH_MIN })}
          error={newProblem ? words(newProblem) : undefined}
        >
          {(control) => <PasswordInput {...control} name="new-password" autoComplete="new-password" required />}
        </Field>
      </div>
      <Button type="submit" loading={pending} disabled={!hydrated}>
        {t('save')}
      </Button>
    </form>
  );
}
