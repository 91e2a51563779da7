'use client';
import { CornerDownRight } from 'lucide-react';
import { lineOf, type TimelineItem } from './timeline-items.ts';
import { useTimelineWords } from './timeline-words.ts';

/** What is known about one row, below the chart. Always there and of one height, so that nothing jumps. */
export function TimelineDetails({
  item,
  onOpenLine,
}: {
  item: TimelineItem | null;
  onOpenLine: (line: number) => void;
}) {
  const { t, describe } = useTimelineWords();
  const line = item ? lineOf(item) : null;
  const text = item ? describe(item) : null;
  return (
    <div className="flex min-h-15 @lg:min-h-10 items-start justify-between gap-2 border-t border-line px-3 py-2 text-xs leading-5.5 text-muted">
      <p className="min-w-0">
        {text ? (
          <>
            <strong className="mr-2 font-mono font-semibold break-words text-ink">{text.title}</strong>
            {text.facts}
          </>
        ) : (
          t('detailsHint')
        )}
      </p>
      {line === null ? null : (
        <button
          type="button"
          onClick={() => onOpenLine(line)}
          className="inline-flex min-h-6 shrink-0 items-center gap-1 rounded-sm text-accent underline underline-offset-3 hover:text-accent-hover"
        >
          <CornerDownRight aria-hidden className="size-3.5" />
          {t('goToLine', { line })}
        </button>
      )}
    </div>
  );
}
