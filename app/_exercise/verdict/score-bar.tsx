'use client';
import { useTranslations } from 'next-intl';
import type { ScenarioStatus } from '#grader/verdict/schema';

interface ScoreBarProps {
  scenarios: readonly { weight: number; status: ScenarioStatus | 'pending' }[];
}

/** One segment for each scenario, as wide as its weight; failed ones are hatched, so that colour is not all that tells. */
export function ScoreBar({ scenarios }: ScoreBarProps) {
  const fills: Record<'passed' | 'failed' | 'pending', string> = {
    passed: 'bg-success',
    failed:
      'border border-danger bg-[repeating-linear-gradient(135deg,var(--danger-soft)_0_4px,var(--danger)_4px_5.5px)]',
    pending: 'bg-hover motion-safe:animate-breathe',
  };
  return (
    <div aria-hidden className="flex h-2.5 gap-0.5 overflow-hidden rounded-full">
      {scenarios.map(({ weight, status }, index) => (
        <span
          key={index}
          className={fills[status === 'passed' || status === 'pending' ? status : 'failed']}
          style={{ flexGrow: weight }}
        />
      ))}
    </div>
  );
}

/** `5 of 9`, large, with the whole of it for screen readers. */
export function ScoreNumber({ earned, possible }: { earned: number; possible: number }) {
  const t = useTranslations('exercise.verdict');
  return (
    <p className="shrink-0 text-right leading-none">
      <span aria-hidden className="text-2xl font-semibold tabular-nums">
        {earned}
        <span className="text-base font-normal text-muted">/{possible}</span>
      </span>
      <span className="sr-only">{t('scoreLabel', { earned, possible })}</span>
    </p>
  );
}
