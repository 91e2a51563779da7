'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type SubmitEvent } from 'react';
import { Button } from '../_kit/button.tsx';
import { Field } from '../_kit/field.tsx';
import { Input } from '../_kit/input.tsx';
import { useToast } from '../_kit/toast.tsx';
import { authClient } from './auth-client.ts';
import { findNameProblem } from './check-credentials.ts';
import { readText } from './read-text.ts';
import { useAuthRequest } from './use-auth-request.ts';
import { useHydrated } from './use-hydrated.ts';

/** Changes the name of the account. */
export function NameForm({ name }: { name: string }) {
  const t = useTranslations('account.profile');
  const authT = useTranslations('auth');
  const router = useRouter();
  const toast = useToast();
  const hydrated = useHydrated();
  const { pending, problem, send } = useAuthRequest();
  const [invalid, setInvalid] = useState(false);

  const saveName = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = readText(new FormData(event.currentTarget), 'name').trim();
    const wrong = findNameProblem(wanted) !== null;
    setInvalid(wrong);
    if (wrong) return;
    const data = await send((fetchOptions) => authClient.updateUser({ name: wanted, fetchOptions }));
    if (data === null) return;
    toast({ tone: 'success', text: t('saved') });
    router.refresh();
  };

  const code = invalid ? 'nameInvalid' : problem?.code;
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void saveName(event)}
      className="grid justify-items-start gap-4"
    >
      <div className="w-full">
        <Field
          label={authT('name')}
          help={authT('nameHelp')}
          error={code ? authT(`problems.${code}`, { minutes: problem?.minutes ?? 0 }) : undefined}
        >
          {(control) => (
            <Input {...control} name="name" defaultValue={name} autoComplete="name" maxLength={100} required />
          )}
        </Field>
      </div>
      <Button type="submit" loading={pending} disabled={!hydrated}>
        {t('save')}
      </Button>
    </form>
  );
}
