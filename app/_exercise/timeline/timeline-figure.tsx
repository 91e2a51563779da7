'use client';
import { ChartGantt, Maximize2, Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Timeline } from '#grader/verdict/schema';
import { Button } from '../../_kit/button.tsx';
import { Dialog, DialogContent } from '../../_kit/dialog.tsx';
import { leaveOutQuietRows } from './quiet-rows.ts';
import { summariseTimeline } from './summarise-timeline.ts';
import { TimelineChart } from './timeline-chart.tsx';
import { TimelineLegend } from './timeline-legend.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { useTimelineWords } from './timeline-words.ts';

interface TimelineFigureProps {
  timeline: Timeline;
  /** What the timeline is of: the scenario's name. */
  subject: string;
  onOpenLine: (line: number) => void;
}

/** A concurrency timeline with its summary in a sentence, its legend, and the same as a table. */
export function TimelineFigure({ timeline, subject, onOpenLine }: TimelineFigureProps) {
  const { t, summary } = useTimelineWords();
  const [enlarged, setEnlarged] = useState(false);
  return (
    <figure className="@container min-w-0 overflow-hidden rounded-md border border-line bg-raised">
      <TimelineViews
        {...{ timeline, subject, onOpenLine }}
        caption={
          <figcaption className="min-w-0 grow py-1.5 text-sm leading-5">
            <span className="sr-only">{t('title')}: </span>
            {summary(useSummary(timeline))}
          </figcaption>
        }
        extra={
          // On a phone there is nothing to gain.
          <span className="hidden sm:block">
            <Button
              variant="quiet"
              size="icon-sm"
              aria-label={t('enlarge')}
              title={t('enlarge')}
              onClick={() => setEnlarged(true)}
            >
              <Maximize2 aria-hidden />
            </Button>
          </span>
        }
      />
      <Dialog open={enlarged} onOpenChange={setEnlarged}>
        <DialogContent size="xl" title={subject} description={summary(useSummary(timeline))}>
          <div className="@container min-w-0 overflow-hidden rounded-md border border-line">
            <TimelineViews
              {...{ timeline, subject }}
              onOpenLine={(line) => {
                setEnlarged(false);
                onOpenLine(line);
              }}
              caption={<span className="grow" />}
            />
          </div>
        </DialogContent>
      </Dialog>
    </figure>
  );
}

function useSummary(timeline: Timeline) {
  return useMemo(() => summariseTimeline(timeline), [timeline]);
}

function TimelineViews({
  timeline,
  subject,
  onOpenLine,
  caption,
  extra,
}: TimelineFigureProps & { caption: React.ReactNode; extra?: React.ReactNode }) {
  const { t } = useTimelineWords();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [showAll, setShowAll] = useState(false);
  const quiet = useMemo(() => leaveOutQuietRows(timeline), [timeline]);
  const drawn = showAll ? timeline : quiet.timeline;
  return (
    <>
      <div className="flex items-start gap-1 border-b border-line py-1 pr-1.5 pl-3">
        {caption}
        <Button
          variant="quiet"
          size="icon-sm"
          aria-pressed={view === 'table'}
          aria-label={t('asTable')}
          title={view === 'table' ? t('asChart') : t('asTable')}
          onClick={() => setView(view === 'table' ? 'chart' : 'table')}
        >
          {view === 'table' ? <ChartGantt aria-hidden /> : <Table2 aria-hidden />}
        </Button>
        {extra}
      </div>
      {view === 'chart' ? (
        <>
          <TimelineChart timeline={drawn} onOpenLine={onOpenLine} />
          <TimelineLegend timeline={drawn} />
          {quiet.quietCount > 0 ? (
            <p className="px-3 pb-2 text-xs text-muted">
              <button
                type="button"
                onClick={() => setShowAll(!showAll)}
                className="min-h-6 rounded-sm text-accent underline underline-offset-3 hover:text-accent-hover"
              >
                {showAll ? t('hideQuiet') : t('showQuiet', { count: quiet.quietCount })}
              </button>
            </p>
          ) : null}
        </>
      ) : (
        <TimelineTable timeline={timeline} caption={t('tableCaption', { subject })} />
      )}
      {timeline.truncated ? <p className="px-3 pb-2 text-xs text-muted">{t('truncated')}</p> : null}
    </>
  );
}
