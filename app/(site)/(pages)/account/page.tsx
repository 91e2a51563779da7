import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AppearanceForm } from '../../../_account/appearance-form.tsx';
import { NameForm } from '../../../_account/name-form.tsx';
import { withNext } from '../../../_account/next-target.ts';
import { PasswordForm } from '../../../_account/password-form.tsx';
import { SessionButtons } from '../../../_account/session-buttons.tsx';
import { SettingsSection } from '../../../_account/settings-section.tsx';
import { findCurrentViewer } from '../../../_data/viewer.ts';
import { MainArea } from '../../../_frame/main-area.tsx';
import { ClientMessages } from '../../../_i18n/client-messages.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title') };
}

export default async function AccountPage() {
  const viewer = await findCurrentViewer();
  if (!viewer) redirect(withNext('/sign-in', '/account'));
  const t = await getTranslations('account');
  return (
    <MainArea width="text">
      <h1 className="text-3xl">{t('title')}</h1>
      <p className="mt-1 text-muted">{t('signedInAs', { email: viewer.email, role: viewer.role })}</p>
      <ClientMessages areas={['account', 'auth']}>
        <div className="mt-8 grid gap-6">
          <SettingsSection title={t('profile.title')} text={t('profile.text')}>
            <NameForm name={viewer.name} />
          </SettingsSection>
          <SettingsSection title={t('appearance.title')} text={t('appearance.text')}>
            <AppearanceForm />
          </SettingsSection>
          <SettingsSection title={t('password.title')} text={t('password.text')}>
            <PasswordForm email={viewer.email} />
          </SettingsSection>
          <SettingsSection title={t('sessions.title')} text={t('sessions.text')}>
            <SessionButtons />
          </SettingsSection>
        </div>
      </ClientMessages>
    </MainArea>
  );
}
