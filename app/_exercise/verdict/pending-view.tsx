'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { PublicExercise } from '#grader/pack/schema';
import { Spinner } from '../../_kit/spinner.tsx';
import type { Progress } from '../submission/use-submission.ts';
import { ResultFrame } from './result-frame.tsx';
import { ResultMeta } from './result-meta.tsx';
import { ScenarioRow } from './scenario-row.tsx';
import { ScoreBar } from './score-bar.tsx';

interface PendingViewProps {
  progress: Extract<Progress, { phase: 'sending' | 'watching' }>;
  scenarios: PublicExercise['scenarios'];
}

/** The result before it is there: the scenarios that are going to be checked, in the places where they will stand. */
export function PendingView({ progress, scenarios }: PendingViewProps) {
  const t = useTranslations('exercise.result');
  const locale = useLocale();
  const checked = scenarios.filter((scenario) => progress.kind === 'submit' || scenario.visible);
  const lost = progress.phase === 'watching' && !progress.connected;
  return (
    <ResultFrame
      meta={<ResultMeta kind={progress.kind} attempt={null} />}
      icon={<Spinner className="size-5 text-accent" />}
      title={usePhaseText(progress)}
      text={lost ? t('reconnecting') : t('queuedText')}
      aside={null}
      bar={<ScoreBar scenarios={checked.map(({ weight }) => ({ weight, status: 'pending' }))} />}
      verdictKind="pending"
    >
      <ul>
        {checked.map((scenario) => (
          <ScenarioRow
            key={scenario.name.en}
            name={scenario.name[locale]}
            visible={scenario.visible}
            weight={scenario.weight}
            status="pending"
            open={false}
          />
        ))}
      </ul>
    </ResultFrame>
  );
}

/** Where a submission is on its way, in a few words. */
export function usePhaseText(progress: Extract<Progress, { phase: 'sending' | 'watching' }>): string {
  const t = useTranslations('exercise.result');
  const state = progress.phase === 'watching' ? progress.view?.state : undefined;
  if (progress.phase === 'sending') return t('sending');
  if (state?.status === 'queued') return t('queued', { position: state.position });
  return t('grading');
}
