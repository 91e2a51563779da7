'use client';
import { useTranslations } from 'next-intl';
import { useRef, useState, type SubmitEvent } from 'react';
import { keepLocaleUnlessChosen } from '../_i18n/keep-locale.ts';
import { Alert } from '../_kit/alert.tsx';
import { Button } from '../_kit/button.tsx';
import { Field } from '../_kit/field.tsx';
import { Input } from '../_kit/input.tsx';
import { PasswordInput } from '../_kit/password-input.tsx';
import { authClient } from './auth-client.ts';
import { findEmailProblem } from './check-credentials.ts';
import { readText } from './read-text.ts';
import { useAuthRequest } from './use-auth-request.ts';
import { useHydrated } from './use-hydrated.ts';

/** E-mail and password; afterwards the page `next` is loaded anew, with everything that belongs to the account. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('auth');
  const hydrated = useHydrated();
  const { pending, problem, send } = useAuthRequest();
  const [emailInvalid, setEmailInvalid] = useState(false);
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  const signIn = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = readText(form, 'email').trim();
    const invalid = findEmailProblem(email) !== null;
    setEmailInvalid(invalid);
    if (invalid) return emailInput.current?.focus();
    const password = readText(form, 'password');
    const data = await send((fetchOptions) => authClient.signIn.email({ email, password, fetchOptions }), true);
    if (data === null) return passwordInput.current?.select();
    keepLocaleUnlessChosen(data.user.locale);
    window.location.assign(next);
  };

  return (
    <form method="post" noValidate onSubmit={(event) => void signIn(event)} className="grid gap-4">
      {problem ? (
        <Alert tone="danger" announce>
          {t(`problems.${problem.code}`, { minutes: problem.minutes })}
        </Alert>
      ) : null}
      <Field label={t('email')} error={emailInvalid ? t('problems.emailInvalid') : undefined}>
        {(control) => (
          <Input
            {...control}
            ref={emailInput}
            name="email"
            type="email"
            autoComplete="username"
            inputMode="email"
            required
          />
        )}
      </Field>
      <Field label={t('password')}>
        {(control) => (
          <PasswordInput {...control} ref={passwordInput} name="password" autoComplete="current-password" required />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending} disabled={!hydrated} className="mt-2">
        {pending ? t('signIn.pending') : t('signIn.submit')}
      </Button>
    </form>
  );
}
