'use client';
import { CircleCheck, CircleX } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import type { Verdict } from '#grader/verdict/schema';
import { classNames } from '../../_kit/class-names.ts';
import { DiagnosisList } from './diagnosis-list.tsx';
import type { OpenPlace } from './line-link.tsx';
import { ResultFrame } from './result-frame.tsx';
import { ScenarioBody } from './scenario-body.tsx';
import { ScenarioRow } from './scenario-row.tsx';
import { ScoreBar, ScoreNumber } from './score-bar.tsx';
import { Traceback } from './traceback.tsx';
import { headlineOf, openAtFirst } from './verdict-headline.ts';

interface VerdictViewProps {
  verdict: Verdict;
  /** How many hidden scenarios the exercise has: a Run says how many it left out. */
  hiddenCount: number;
  /** Which run or attempt this is the verdict of. */
  meta: ReactNode;
  onOpen: OpenPlace;
  /** What to do next, below the headline. */
  actions?: ReactNode;
}

/** A verdict: how it went as a whole, then every scenario, with the first one to look at opened. */
export function VerdictView({ verdict, hiddenCount, meta, onOpen, actions }: VerdictViewProps) {
  const t = useTranslations('exercise.verdict');
  const locale = useLocale();
  const [open, setOpen] = useState<ReadonlySet<number>>(
    () => new Set([openAtFirst(verdict)].filter((n) => n !== null)),
  );
  const { kind, tone } = headlineOf(verdict);
  const { scenarios, score, error } = verdict;
  const passed = scenarios.filter((scenario) => scenario.status === 'passed').length;
  const Icon = tone === 'success' ? CircleCheck : CircleX;
  return (
    <ResultFrame
      meta={meta}
      icon={<Icon aria-hidden className={classNames('size-6', tone === 'success' ? 'text-success' : 'text-danger')} />}
      title={t(kind)}
      text={t(`${kind}Text`, { passed, total: scenarios.length, hidden: hiddenCount })}
      aside={kind === 'errored' ? null : <ScoreNumber {...score} />}
      bar={<ScoreBar scenarios={scenarios} />}
      actions={actions}
      verdictKind={kind}
    >
      {error ? (
        <div className="grid gap-3.5 p-4">
          <DiagnosisList diagnoses={[error.diagnosis]} onOpen={onOpen} />
          {error.exception ? <Traceback exception={error.exception} onOpen={onOpen} /> : null}
        </div>
      ) : null}
      <ul>
        {scenarios.map((scenario, index) => (
          <ScenarioRow
            key={scenario.name.en}
            name={scenario.name[locale]}
            visible={scenario.visible}
            weight={scenario.weight}
            status={scenario.status}
            open={open.has(index)}
            onToggle={() =>
              setOpen((before) => {
                const after = new Set(before);
                if (!after.delete(index)) after.add(index);
                return after;
              })
            }
          >
            <ScenarioBody scenario={scenario} onOpen={onOpen} />
          </ScenarioRow>
        ))}
      </ul>
    </ResultFrame>
  );
}
