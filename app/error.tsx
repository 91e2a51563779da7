'use client';
// Shown in place of a page that failed, inside the header. What went wrong stays in the server's log.
import { useTranslations } from 'next-intl';
import { ErrorMessage } from './_frame/error-message.tsx';

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations('errors.broken');
  return (
    <ErrorMessage
      title={t('title')}
      text={t('text')}
      action={t('action')}
      reference={error.digest ? t('reference', { digest: error.digest }) : null}
      onRetry={retry}
    />
  );
}
