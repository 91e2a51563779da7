import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AuthPanel } from '../../../_account/auth-panel.tsx';
import { readNextTarget } from '../../../_account/next-target.ts';
import { SignUpForm } from '../../../_account/sign-up-form.tsx';
import { findCurrentViewer } from '../../../_data/viewer.ts';
import { ClientMessages } from '../../../_i18n/client-messages.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signUp');
  return { title: t('title') };
}

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = readNextTarget((await searchParams).next);
  if (await findCurrentViewer()) redirect(next);
  return (
    <AuthPanel page="signUp" next={next}>
      <ClientMessages areas={['auth']}>
        <SignUpForm next={next} />
      </ClientMessages>
    </AuthPanel>
  );
}
