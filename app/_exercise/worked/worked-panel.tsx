'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { Alert } from '../../_kit/alert.tsx';
import { Button } from '../../_kit/button.tsx';
import { EmptyState } from '../../_kit/empty-state.tsx';
import { Skeleton } from '../../_kit/skeleton.tsx';
import { fetchSolutions } from '../submission/exercise-api.ts';
import type { OpenedSolutions } from './opened-solutions.ts';
import { SolutionsView } from './solutions-view.tsx';

/** Worked solutions: closed until the exercise is passed, then beside one's own. */
export function WorkedPanel({ slug, passed }: { slug: string; passed: boolean }) {
  const t = useTranslations('exercise.worked');
  if (passed) return <Loaded slug={slug} />;
  return (
    <div className="p-4">
      <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
    </div>
  );
}

function Loaded({ slug }: { slug: string }) {
  const t = useTranslations('exercise.worked');
  const { opened, load } = useSolutions(slug);
  if (opened === 'failed')
    return (
      <div className="p-4">
        <Alert tone="warning" announce>
          <p className="mb-2">{t('loadFailed')}</p>
          <Button size="sm" onClick={load}>
            {t('tryAgain')}
          </Button>
        </Alert>
      </div>
    );
  if (opened === null)
    return (
      <div className="grid gap-3 p-4">
        <p role="status" className="sr-only">
          {t('loading')}
        </p>
        <Skeleton className="h-8 w-64" />
        <Skeleton className="h-24" />
        <Skeleton className="h-64" />
      </div>
    );
  if (opened.solutions.length === 0)
    return (
      <div className="p-4">
        <EmptyState title={t('none')} />
      </div>
    );
  return <SolutionsView {...opened} />;
}

function useSolutions(slug: string) {
  const [opened, setOpened] = useState<OpenedSolutions | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    fetchSolutions(slug)
      .then((fetched) => (gone ? undefined : setOpened(fetched)))
      .catch(() => (gone ? undefined : setOpened('failed')));
    return () => {
      gone = true;
    };
  }, [slug, attempt]);
  const load = useCallback(() => {
    setOpened(null);
    setAttempt((before) => before + 1);
  }, []);
  return { opened, load };
}
