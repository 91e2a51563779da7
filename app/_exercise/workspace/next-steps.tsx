'use client';
import { ArrowRight, GraduationCap, Lightbulb, Send } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { Localised, Verdict } from '#grader/verdict/schema';
import { Button } from '../../_kit/button.tsx';
import { LinkButton } from '../../_kit/link-button.tsx';

/** The exercise after this one. */
export interface NextExercise {
  slug: string;
  title: Localised;
}

interface NextStepsProps {
  verdict: Verdict | null;
  next: NextExercise | null;
  onSubmit: () => void;
  /** Absent when the exercise has no hints. */
  onHints?: () => void;
  onWorked: () => void;
}

/** The one thing to do after this result: go on, submit what passed visibly, or open a hint. */
export function NextSteps({ verdict, next, onSubmit, onHints, onWorked }: NextStepsProps) {
  const t = useTranslations('exercise.verdict');
  const tWorked = useTranslations('exercise.worked');
  const locale = useLocale();
  if (verdict?.status === 'passed' && verdict.mode === 'visible') {
    return (
      <Button variant="primary" size="sm" onClick={onSubmit}>
        <Send aria-hidden />
        {t('submitNow')}
      </Button>
    );
  }
  if (verdict?.status === 'passed') {
    return (
      <>
        <LinkButton variant="primary" size="sm" href={next ? `/exercises/${next.slug}` : '/#exercises'}>
          {next ? t('next', { title: next.title[locale] }) : t('toCatalogue')}
          <ArrowRight aria-hidden />
        </LinkButton>
        <Button size="sm" onClick={onWorked}>
          <GraduationCap aria-hidden />
          {tWorked('toSolutions')}
        </Button>
      </>
    );
  }
  return onHints ? (
    <>
      <span className="text-sm text-muted">{t('stuck')}</span>
      <Button variant="quiet" size="sm" onClick={onHints}>
        <Lightbulb aria-hidden />
        {t('showHints')}
      </Button>
    </>
  ) : null;
}
