'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AttemptSummary } from '#lib/submissions';
import { Badge, type Tone } from '../../_kit/badge.tsx';
import { Button } from '../../_kit/button.tsx';
import { Alert } from '../../_kit/alert.tsx';
import { EmptyState } from '../../_kit/empty-state.tsx';
import type { OpenPlace } from '../verdict/line-link.tsx';
import { AttemptView } from './attempt-view.tsx';
import { LocalTime } from './local-time.tsx';
import { useAttemptName } from './use-attempt-name.ts';

interface AttemptsPanelProps {
  attempts: readonly AttemptSummary[];
  signedIn: boolean;
  starter: string;
  hiddenCount: number;
  /** The list could not be brought up to date. */
  failed: boolean;
  onRefresh: () => void;
  onOpen: OpenPlace;
  onRestore: (source: string) => void;
}

/** All runs and submits of this exercise, and one of them in full. */
export function AttemptsPanel(props: AttemptsPanelProps) {
  const { attempts, signedIn, failed, onRefresh } = props;
  const t = useTranslations('exercise.attempts');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const index = attempts.findIndex((attempt) => attempt.id === chosenId);
  const chosen = attempts[index];
  if (chosen) {
    return (
      <AttemptView {...props} attempt={chosen} before={attempts[index + 1] ?? null} onBack={() => setChosenId(null)} />
    );
  }
  return (
    <div className="grid gap-4 p-4">
      {failed ? (
        <Alert tone="warning" announce>
          <p className="mb-2">{t('listFailed')}</p>
          <Button size="sm" onClick={onRefresh}>
            {t('tryAgain')}
          </Button>
        </Alert>
      ) : null}
      {attempts.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{signedIn ? t('emptyText') : t('signedOut')}</EmptyState>
      ) : (
        <ul
          aria-label={t('list')}
          className="divide-y divide-line overflow-hidden rounded-md border border-line bg-raised"
        >
          {attempts.map((attempt) => (
            <li key={attempt.id}>
              <button
                type="button"
                onClick={() => setChosenId(attempt.id)}
                className="flex w-full items-center gap-3 px-3.5 py-2.5 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2"
              >
                <AttemptLine attempt={attempt} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function AttemptLine({ attempt }: { attempt: AttemptSummary }) {
  const t = useTranslations('exercise.attempts');
  const locale = useLocale();
  const nameOf = useAttemptName();
  const { word, tone } = stateOf(attempt);
  return (
    <>
      <span className="min-w-0 grow">
        <span className={attempt.kind === 'run' ? 'text-muted' : 'font-medium'}>{nameOf(attempt)}</span>
        <span className="block text-xs text-muted" lang={locale}>
          <LocalTime iso={attempt.createdAt} />
        </span>
      </span>
      {attempt.earned !== null && attempt.possible !== null ? (
        <span className="text-xs whitespace-nowrap text-muted tabular-nums">
          {t('points', { earned: attempt.earned, possible: attempt.possible })}
        </span>
      ) : null}
      <Badge tone={tone}>{t(word)}</Badge>
    </>
  );
}

function stateOf({ state, passed }: AttemptSummary): {
  word: 'passed' | 'failed' | 'queued' | 'grading' | 'trouble';
  tone: Tone;
} {
  switch (state.status) {
    case 'done':
      return passed ? { word: 'passed', tone: 'success' } : { word: 'failed', tone: 'danger' };
    case 'trouble':
      return { word: 'trouble', tone: 'warning' };
    default:
      return { word: state.status, tone: 'info' };
  }
}
