'use client';
import { Clock, Terminal } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Timeline, Verdict } from '#grader/verdict/schema';
import { TimelineFigure } from '../_exercise/timeline/timeline-figure.tsx';
import { virtualTimeText } from '../_exercise/timeline/virtual-time-text.ts';
import { DiagnosisList } from '../_exercise/verdict/diagnosis-list.tsx';
import { ScenarioBody } from '../_exercise/verdict/scenario-body.tsx';
import { Traceback } from '../_exercise/verdict/traceback.tsx';
import type { OpenPlace } from '../_exercise/verdict/line-link.tsx';

/** What a program that ran to its end left behind. */
export interface Outcome {
  output: string;
  virtualNs: number;
  timeline: Timeline | null;
}

interface OutcomeViewProps {
  title: string;
  outcome: Outcome;
  onOpen: OpenPlace;
}

/** What a program printed, in how many virtual seconds, and its timeline. */
export function OutcomeView({ title, outcome, onOpen }: OutcomeViewProps) {
  const t = useTranslations('learn.snippet');
  const locale = useLocale();
  const { output, virtualNs, timeline } = outcome;
  return (
    <div className="grid min-w-0 gap-3">
      <Printed
        text={output === '' ? t('nothingPrinted') : output}
        aside={
          <span className="flex items-center gap-1.5 font-medium text-ink tabular-nums">
            <Clock aria-hidden className="size-3.5 text-muted" />
            {t('took', { time: virtualTimeText(virtualNs, locale) })}
          </span>
        }
      />
      {timeline ? (
        <TimelineFigure
          timeline={timeline}
          subject={title}
          onOpenLine={(line) => onOpen({ file: 'submission.py', line })}
        />
      ) : null}
    </div>
  );
}

function Printed({ text, aside }: { text: string; aside: ReactNode }) {
  const t = useTranslations('learn.snippet');
  return (
    <div className="min-w-0">
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-x-4 text-xs text-muted">
        <p aria-hidden className="flex items-center gap-1.5 font-medium">
          <Terminal className="size-3.5" />
          {t('printed')}
        </p>
        {aside}
      </div>
      <pre
        tabIndex={0}
        role="group"
        aria-label={t('printed')}
        className="code-block max-h-72 overflow-auto font-mono text-sm whitespace-pre-wrap"
      >
        {text}
      </pre>
    </div>
  );
}

/** What came of a run: the same as above, or why the program did not get to its end. */
export function RunView({ title, verdict, onOpen }: { title: string; verdict: Verdict; onOpen: OpenPlace }) {
  const { error, scenarios } = verdict;
  const scenario = scenarios[0];
  if (scenario?.status === 'passed') {
    const { stdout, virtualNs, timeline } = scenario;
    return <OutcomeView title={title} outcome={{ output: stdout ?? '', virtualNs, timeline }} onOpen={onOpen} />;
  }
  if (scenario) return <ScenarioBody scenario={{ ...scenario, message: null }} onOpen={onOpen} />;
  return error ? (
    <div className="grid gap-3.5">
      <DiagnosisList diagnoses={[error.diagnosis]} onOpen={onOpen} />
      {error.exception ? <Traceback exception={error.exception} onOpen={onOpen} /> : null}
    </div>
  ) : null;
}
