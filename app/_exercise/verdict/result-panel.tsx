'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PublicExercise } from '#grader/pack/schema';
import { verdictSentence } from '#grader/verdict/sentences';
import { Alert } from '../../_kit/alert.tsx';
import { Button } from '../../_kit/button.tsx';
import { EmptyState } from '../../_kit/empty-state.tsx';
import type { Progress } from '../submission/use-submission.ts';
import type { OpenPlace } from './line-link.tsx';
import { PendingView, usePhaseText } from './pending-view.tsx';
import { ResultMeta } from './result-meta.tsx';
import { VerdictView } from './verdict-view.tsx';

interface ResultPanelProps {
  progress: Progress;
  scenarios: PublicExercise['scenarios'];
  /** The text in the editor is no longer the one this result is about. */
  stale: boolean;
  onOpen: OpenPlace;
  onRetry: () => void;
  /** Buttons that fit how it went. */
  actionsFor: (progress: Extract<Progress, { phase: 'done' }>) => ReactNode;
}

/** The result of the latest Run or Submit, in whatever phase it is. */
export function ResultPanel({ progress, scenarios, stale, onOpen, onRetry, actionsFor }: ResultPanelProps) {
  const t = useTranslations('exercise');
  switch (progress.phase) {
    case 'idle':
      return (
        <div className="p-4">
          <EmptyState title={t('result.emptyTitle')}>{t('result.emptyText')}</EmptyState>
        </div>
      );
    case 'sending':
    case 'watching':
      return <PendingView progress={progress} scenarios={scenarios} />;
    case 'trouble':
      return (
        <Notice title={t('result.troubleTitle')} text={t('result.troubleText')} tone="warning">
          <Button size="sm" onClick={onRetry}>
            {t('result.retry')}
          </Button>
        </Notice>
      );
    case 'refused':
      return (
        <Notice title={t('result.refusedTitle')} text={t(`result.refused.${progress.trouble}`)} tone="danger">
          <Button size="sm" onClick={onRetry}>
            {progress.trouble === 'signed_out' ? t('result.signIn') : t('result.retry')}
          </Button>
        </Notice>
      );
    case 'done':
      return progress.view.verdict ? (
        <VerdictView
          key={progress.view.id}
          verdict={progress.view.verdict}
          hiddenCount={scenarios.filter((scenario) => !scenario.visible).length}
          meta={<ResultMeta {...progress.view} stale={stale} />}
          onOpen={onOpen}
          actions={actionsFor(progress)}
        />
      ) : (
        <Notice title={t('result.troubleTitle')} text={t('result.troubleText')} tone="warning">
          <Button size="sm" onClick={onRetry}>
            {t('result.retry')}
          </Button>
        </Notice>
      );
  }
}

function Notice({
  title,
  text,
  tone,
  children,
}: {
  title: string;
  text: string;
  tone: 'warning' | 'danger';
  children: ReactNode;
}) {
  return (
    <div className="p-4">
      <Alert tone={tone} title={title}>
        <p>{text}</p>
        <div className="mt-3">{children}</div>
      </Alert>
    </div>
  );
}

/** Says every step of a grading to screen readers, once, wherever the focus is. */
export function ResultAnnouncer({ progress }: { progress: Progress }) {
  return (
    <p role="status" className="sr-only">
      {progress.phase === 'idle' ? null : progress.phase === 'sending' || progress.phase === 'watching' ? (
        <PhaseWords progress={progress} />
      ) : (
        <EndWords progress={progress} />
      )}
    </p>
  );
}

function PhaseWords({ progress }: { progress: Extract<Progress, { phase: 'sending' | 'watching' }> }) {
  return usePhaseText(progress);
}

function EndWords({ progress }: { progress: Extract<Progress, { phase: 'done' | 'trouble' | 'refused' }> }) {
  const t = useTranslations('exercise.result');
  const locale = useLocale();
  if (progress.phase === 'refused') return t(`refused.${progress.trouble}`);
  const verdict = progress.phase === 'done' ? progress.view.verdict : null;
  return verdict ? verdictSentence(verdict, locale) : t('troubleText');
}
