'use client';
import { ChevronDown, Eye, Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId, type ReactNode } from 'react';
import type { ScenarioStatus } from '#grader/verdict/schema';
import { scenarioStatusWord } from '#grader/verdict/sentences';
import { classNames } from '../../_kit/class-names.ts';
import { StatusIcon } from './status-icon.tsx';

interface ScenarioRowProps {
  name: string;
  visible: boolean;
  weight: number;
  status: ScenarioStatus | 'pending';
  open: boolean;
  /** Absent while there is nothing to open. */
  onToggle?: () => void;
  children?: ReactNode;
}

/** One scenario in the list: of one height whether it waits, passed or failed, so that results change nothing but signs. */
export function ScenarioRow({ name, visible, weight, status, open, onToggle, children }: ScenarioRowProps) {
  const t = useTranslations('exercise');
  const locale = useLocale();
  const bodyId = useId();
  const Visibility = visible ? Eye : Lock;
  const head = (
    <>
      <StatusIcon status={status} />
      <span className="min-w-0 grow text-left">
        <span className="block text-sm leading-5 font-medium text-ink">{name}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
          <span className={status === 'passed' ? 'text-success' : status === 'pending' ? '' : 'text-danger'}>
            {status === 'pending' ? t('result.pending') : scenarioStatusWord(status, locale)}
          </span>
          <span aria-hidden>·</span>
          <span className="inline-flex items-center gap-1">
            <Visibility aria-hidden className="size-3.5" />
            {visible ? t('verdict.visible') : t('verdict.hidden')}
          </span>
          <span aria-hidden>·</span>
          {t('scenarios.points', { points: weight })}
        </span>
      </span>
      <ChevronDown
        aria-hidden
        className={classNames(
          'size-4.5 shrink-0 text-muted transition-transform',
          open && 'rotate-180',
          !onToggle && 'invisible',
        )}
      />
    </>
  );
  const headClasses = 'flex w-full items-center gap-3 px-3 py-2.5 sm:px-4';
  return (
    <li className="border-b border-line last:border-0" data-status={status}>
      <h3 className="font-normal tracking-normal">
        {onToggle ? (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? bodyId : undefined}
            onClick={onToggle}
            className={classNames(headClasses, 'hover:bg-hover focus-visible:-outline-offset-2')}
          >
            {head}
          </button>
        ) : (
          <span className={headClasses}>{head}</span>
        )}
      </h3>
      {open ? (
        <div id={bodyId} className="px-3 pt-1 pb-4 sm:px-4">
          {children}
        </div>
      ) : null}
    </li>
  );
}
