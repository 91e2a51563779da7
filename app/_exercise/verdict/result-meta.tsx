'use client';
import { useTranslations } from 'next-intl';
import type { SubmissionView } from '#lib/submissions';
import { LocalTime } from '../attempts/local-time.tsx';

interface ResultMetaProps {
  kind: SubmissionView['kind'];
  attempt: number | null;
  createdAt?: string;
  stale?: boolean;
}

/** "Attempt 3 · 12:40", and whether the editor holds another text by now. */
export function ResultMeta({ kind, attempt, createdAt, stale = false }: ResultMetaProps) {
  const t = useTranslations('exercise.verdict');
  const name = kind !== 'submit' ? t('kindRun') : attempt === null ? t('kindSubmit') : t('kindAttempt', { n: attempt });
  return (
    <>
      <span className="font-medium">{name}</span>
      {createdAt ? <LocalTime iso={createdAt} /> : null}
      {stale ? <span className="text-warning">{t('stale')}</span> : null}
    </>
  );
}
