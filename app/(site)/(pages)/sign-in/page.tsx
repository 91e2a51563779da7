import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AuthPanel } from '../../../_account/auth-panel.tsx';
import { readNextTarget } from '../../../_account/next-target.ts';
import { SignInForm } from '../../../_account/sign-in-form.tsx';
import { findCurrentViewer } from '../../../_data/viewer.ts';
import { ClientMessages } from '../../../_i18n/client-messages.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = readNextTarget((await searchParams).next);
  if (await findCurrentViewer()) redirect(next);
  return (
    <AuthPanel page="signIn" next={next}>
      <ClientMessages areas={['auth']}>
        <SignInForm next={next} />
      </ClientMessages>
    </AuthPanel>
  );
}
