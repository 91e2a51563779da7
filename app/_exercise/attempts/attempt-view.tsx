'use client';
import { ArrowLeft, History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AttemptSummary, SubmissionView } from '#lib/submissions';
import { Alert } from '../../_kit/alert.tsx';
import { Button } from '../../_kit/button.tsx';
import { Skeleton } from '../../_kit/skeleton.tsx';
import { Tab, TabList, TabPanel, Tabs } from '../../_kit/tabs.tsx';
import { CodeEditor } from '../editor/code-editor.tsx';
import { fetchSubmission } from '../submission/exercise-api.ts';
import type { OpenPlace } from '../verdict/line-link.tsx';
import { ResultMeta } from '../verdict/result-meta.tsx';
import { VerdictView } from '../verdict/verdict-view.tsx';
import { ChangesView } from './changes-view.tsx';
import { useAttemptName } from './use-attempt-name.ts';

interface AttemptViewProps {
  attempt: AttemptSummary;
  /** The one before it, if there is one; else it is compared with the starter. */
  before: AttemptSummary | null;
  starter: string;
  hiddenCount: number;
  onBack: () => void;
  onOpen: OpenPlace;
  onRestore: (source: string) => void;
}

type Loaded = { view: SubmissionView; beforeSource: string };

/** One attempt: what was changed, its whole text, its result, and the way to get the text back. */
export function AttemptView({ attempt, before, starter, hiddenCount, onBack, onOpen, onRestore }: AttemptViewProps) {
  const t = useTranslations('exercise.attempts');
  const nameOf = useAttemptName();
  const { loaded, failed, load } = useAttempt(attempt.id, before?.id ?? null, starter);
  const headRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headRef.current?.focus(), []);
  return (
    <div className="grid gap-3 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="quiet" size="sm" onClick={onBack}>
          <ArrowLeft aria-hidden />
          {t('back')}
        </Button>
        <h2 ref={headRef} tabIndex={-1} className="grow text-base outline-none">
          {nameOf(attempt)}
        </h2>
        <Button size="sm" disabled={!loaded} onClick={() => loaded && onRestore(loaded.view.source)}>
          <History aria-hidden />
          {t('restore')}
        </Button>
      </div>
      {failed ? (
        <Alert tone="danger" title={t('loadFailed')} announce>
          <Button size="sm" onClick={load}>
            {t('tryAgain')}
          </Button>
        </Alert>
      ) : null}
      {loaded ? (
        <Tabs defaultValue="changes">
          <TabList label={t('view')}>
            <Tab value="changes">{t('changes')}</Tab>
            <Tab value="text">{t('text')}</Tab>
            <Tab value="result">{t('result')}</Tab>
          </TabList>
          <TabPanel value="changes" className="pt-3">
            <ChangesView
              before={loaded.beforeSource}
              after={loaded.view.source}
              title={before ? t('comparedWith', { name: nameOf(before) }) : t('comparedWithStarter')}
            />
          </TabPanel>
          <TabPanel value="text" className="pt-3">
            <CodeEditor
              key={attempt.id}
              initialSource={loaded.view.source}
              label={t('text')}
              readOnly
              className="min-h-40 overflow-hidden rounded-md border border-line"
            />
          </TabPanel>
          <TabPanel value="result" className="pt-3">
            <div className="overflow-hidden rounded-md border border-line">
              {loaded.view.verdict ? (
                <VerdictView
                  verdict={loaded.view.verdict}
                  hiddenCount={hiddenCount}
                  meta={<ResultMeta {...loaded.view} />}
                  onOpen={onOpen}
                />
              ) : (
                <p className="p-4 text-sm text-muted">{t('noResult')}</p>
              )}
            </div>
          </TabPanel>
        </Tabs>
      ) : failed ? null : (
        <div role="status" className="grid gap-2">
          <span className="sr-only">{t('loading')}</span>
          <Skeleton className="h-10" />
          <Skeleton className="h-56" />
        </div>
      )}
    </div>
  );
}

function useAttempt(id: string, beforeId: string | null, starter: string) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    Promise.all([fetchSubmission(id), beforeId === null ? null : fetchSubmission(beforeId)])
      .then(([view, before]) => {
        if (!gone) setLoaded({ view, beforeSource: before?.source ?? starter });
      })
      .catch(() => {
        if (!gone) setFailed(true);
      });
    return () => {
      gone = true;
    };
  }, [id, beforeId, starter, tries]);
  const load = useCallback(() => {
    setFailed(false);
    setTries((before) => before + 1);
  }, []);
  return { loaded, failed, load };
}
