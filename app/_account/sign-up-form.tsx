'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type SubmitEvent } from 'react';
import { Alert } from '../_kit/alert.tsx';
import { Button } from '../_kit/button.tsx';
import { Field } from '../_kit/field.tsx';
import { Input } from '../_kit/input.tsx';
import { PasswordInput } from '../_kit/password-input.tsx';
import { authClient } from './auth-client.ts';
import type { AuthProblemCode } from './auth-problem.ts';
import { findEmailProblem, findNameProblem, findPasswordProblem, PASSWORD_LENGTH_MIN } from './check-credentials.ts';
import { readText } from './read-text.ts';
import { useAuthRequest } from './use-auth-request.ts';
import { useHydrated } from './use-hydrated.ts';

const fields = ['name', 'email', 'password'] as const;
type FieldProblems = Partial<Record<(typeof fields)[number], AuthProblemCode | null>>;

/** Name, e-mail and password; the new account is signed in at once and keeps the language of the page. */
export function SignUpForm({ next }: { next: string }) {
  const t = useTranslations('auth');
  const locale = useLocale();
  const hydrated = useHydrated();
  const { pending, problem, send } = useAuthRequest();
  const [problems, setProblems] = useState<FieldProblems>({});

  const signUp = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const [name, email, password] = fields.map((field) => readText(values, field)) as [string, string, string];
    const found: FieldProblems = {
      name: findNameProblem(name),
      email: findEmailProblem(email),
      password: findPasswordProblem(password),
    };
    setProblems(found);
    const firstWrong = fields.find((field) => found[field]);
    if (firstWrong) return form.querySelector<HTMLInputElement>(`[name=${firstWrong}]`)?.focus();
    const account = { name: name.trim(), email: email.trim(), password, locale };
    const data = await send((fetchOptions) => authClient.signUp.email({ ...account, fetchOptions }), true);
    if (data !== null) window.location.assign(next);
  };

  const errorOf = (field: (typeof fields)[number]) => {
    const code = problems[field];
    return code ? t(`problems.${code}`, { minutes: 0 }) : undefined;
  };
  return (
    <form method="post" noValidate onSubmit={(event) => void signUp(event)} className="grid gap-4">
      {problem ? (
        <Alert tone="danger" announce>
          {t(`problems.${problem.code}`, { minutes: problem.minutes })}
        </Alert>
      ) : null}
      <Field label={t('name')} help={t('nameHelp')} error={errorOf('name')}>
        {(control) => <Input {...control} name="name" autoComplete="name" maxLength={100} required />}
      </Field>
      <Field label={t('email')} error={errorOf('email')}>
        {(control) => (
          <Input {...control} name="email" type="email" autoComplete="username" inputMode="email" required />
        )}
      </Field>
      <Field label={t('password')} help={t('passwordHelp', { min: PASSWORD_LENGTH_MIN })} error={errorOf('password')}>
        {(control) => <PasswordInput {...control} name="password" autoComplete="new-password" required />}
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending} disabled={!hydrated} className="mt-2">
        {pending ? t('signUp.pending') : t('signUp.submit')}
      </Button>
    </form>
  );
}
