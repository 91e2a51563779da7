'use client';
import { Dices, Lightbulb } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ScenarioVerdict } from '#grader/verdict/schema';
import { TimelineFigure } from '../timeline/timeline-figure.tsx';
import { CodeText } from './code-text.tsx';
import { DiagnosisList } from './diagnosis-list.tsx';
import type { OpenPlace } from './line-link.tsx';
import { Traceback } from './traceback.tsx';

/** All there is to say about one scenario: why, a hint, both sides of the check, what was raised and printed, and the picture. */
export function ScenarioBody({ scenario, onOpen }: { scenario: ScenarioVerdict; onOpen: OpenPlace }) {
  const t = useTranslations('exercise.verdict');
  const locale = useLocale();
  const { diagnoses, hint, failingSeed, message, exception, stdout, timeline, status } = scenario;
  const passed = status === 'passed';
  return (
    <div className="grid gap-3.5">
      <DiagnosisList diagnoses={diagnoses} onOpen={onOpen} />
      {hint && !passed ? (
        <p className="flex gap-2 rounded-md bg-warning-soft px-3 py-2 text-sm">
          <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          <span>
            <strong className="font-semibold text-warning">{t('hint')}</strong> <CodeText text={hint[locale]} />
          </span>
        </p>
      ) : null}
      {failingSeed === null ? null : (
        <p className="flex gap-2 text-sm text-muted">
          <Dices aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t('seed', { seed: failingSeed })}
        </p>
      )}
      {timeline ? (
        <TimelineFigure
          timeline={timeline}
          subject={scenario.name[locale]}
          onOpenLine={(line) => onOpen({ file: 'submission.py', line })}
        />
      ) : null}
      {message ? <Output title={t('message')}>{message}</Output> : null}
      {exception ? <Traceback exception={exception} onOpen={onOpen} /> : null}
      {stdout ? <Output title={t('stdout')}>{stdout}</Output> : null}
    </div>
  );
}

function Output({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1.5">
      <p aria-hidden className="text-xs font-medium text-muted">
        {title}
      </p>
      <pre
        tabIndex={0}
        role="group"
        aria-label={title}
        className="code-block max-h-64 overflow-auto font-mono text-xs whitespace-pre-wrap"
      >
        {children}
      </pre>
    </section>
  );
}
