'use client';
import type { Timeline } from '#grader/verdict/schema';
import { KindIcon } from './kind-icon.tsx';
import { BarShape } from './timeline-bar.tsx';
import { useTimelineWords } from './timeline-words.ts';

/** The signs that occur on this chart and what they mean; signs that do not occur are left out. */
export function TimelineLegend({ timeline }: { timeline: Timeline }) {
  const { t } = useTimelineWords();
  const kinds = (['task', 'call', 'thread'] as const).filter((kind) => timeline.rows.some((row) => row.kind === kind));
  const outcomes = (['error', 'cancelled', 'unfinished'] as const).filter((outcome) =>
    timeline.rows.some((row) => row.outcome === outcome),
  );
  return (
    <ul aria-label={t('legend')} className="flex flex-wrap gap-x-4 gap-y-1 px-3 py-2 text-xs text-muted">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <span className="[&_svg]:size-3.5">
            <KindIcon kind={kind} />
          </span>
          <svg aria-hidden width="22" height="12">
            <BarShape
              x={0}
              y={kind === 'task' ? 2 : 0}
              width={22}
              height={kind === 'task' ? 8 : 12}
              kind={kind}
              outcome="ok"
            />
          </svg>
          {t(`kind.${kind}`)}
        </li>
      ))}
      {outcomes.map((outcome) => (
        <li key={outcome} className="flex items-center gap-1.5">
          <svg aria-hidden width="38" height="14">
            <BarShape x={0} y={1} width={22} height={12} kind="call" outcome={outcome} />
          </svg>
          {t(`outcome.${outcome}`)}
        </li>
      ))}
      {timeline.blocked.length > 0 ? (
        <li className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="h-3 w-5.5 rounded-sm border border-timeline-blocked bg-[repeating-linear-gradient(135deg,var(--timeline-blocked-soft)_0_3px,var(--timeline-blocked)_3px_5px)]"
          />
          {t('column.blocked')}
        </li>
      ) : null}
    </ul>
  );
}
