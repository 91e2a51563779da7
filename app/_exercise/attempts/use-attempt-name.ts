'use client';
import { useTranslations } from 'next-intl';
import type { AttemptSummary } from '#lib/submissions';

/** "Attempt 3", or "Run". */
export function useAttemptName(): (attempt: Pick<AttemptSummary, 'kind' | 'attempt'>) => string {
  const t = useTranslations('exercise.attempts');
  return ({ kind, attempt }) => (kind === 'run' || attempt === null ? t('run') : t('nth', { n: attempt }));
}
