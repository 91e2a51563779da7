'use client';
import { useLocale, useTranslations } from 'next-intl';
import { countOutcomes, lineOf, type TimelineItem } from './timeline-items.ts';
import { peakOf, type TimelineSummary } from './summarise-timeline.ts';
import { shortVirtualTimeText } from './virtual-time-text.ts';

/** Everything the chart, its details and its table say in words. */
export function useTimelineWords() {
  const t = useTranslations('exercise.timeline');
  const locale = useLocale();
  const timeText = (ns: number) => shortVirtualTimeText(ns, locale);

  /** What it is and how it went: the accessible name of a row, and the text of the details below the chart. */
  function describe(item: TimelineItem): { title: string; facts: string } {
    const line = lineOf(item);
    const atLine = line === null ? [] : [t('line', { line })];
    if ('stretch' in item) {
      const { by, beginNs, endNs, intervals } = item.stretch;
      const times = intervals.length > 1 ? [t('times', { count: intervals.length })] : [];
      return {
        title: by,
        facts: joinFacts([...atLine, t('blockedTheLoop'), ...times, span(beginNs, endNs)]),
      };
    }
    if (!('lane' in item)) return { title: t('loop'), facts: t('loopExplained') };
    const { rows, group } = item.lane;
    const first = rows[0];
    if (!first) return { title: '', facts: '' };
    if (!group) {
      return {
        title: `${t(`kind.${first.kind}`)} ${first.label}`,
        facts: joinFacts([t(`outcome.${first.outcome}`), span(first.beginNs, first.endNs), ...atLine]),
      };
    }
    const endNs = Math.max(...rows.map((row) => row.endNs));
    // What went wrong first: that is also what the lane itself says.
    const counts = countOutcomes(rows).sort((a, b) => Number(a.outcome === 'ok') - Number(b.outcome === 'ok'));
    const outcomes = counts.map(({ outcome, count }) => `${count} ${t(`outcome.${outcome}`)}`);
    return {
      title: `${group.label} ×${rows.length}`,
      facts: joinFacts([
        t('atMost', { peak: peakOf(rows) }),
        ...outcomes,
        span(first.beginNs, endNs),
        t(`kinds.${first.kind}`),
        ...atLine,
      ]),
    };
  }

  function span(beginNs: number, endNs: number): string {
    return t('span', {
      begin: timeText(beginNs),
      end: timeText(endNs),
      took: timeText(endNs - beginNs),
    });
  }

  function summary({ tasks, calls, peak, endNs, blockedNs, threads }: TimelineSummary): string {
    const end = timeText(endNs);
    const sentences = [
      // Programs of introductions wait without calling anything; then it is the tasks that overlap, or do not.
      calls === 0 ? t('summary.tasks', { tasks, peak, end }) : t('summary.calls', { calls, peak, end }),
      ...(threads > 0 ? [t('summary.threads', { threads })] : []),
      blockedNs > 0 ? t('summary.blocked', { blocked: timeText(blockedNs) }) : t('summary.free'),
    ];
    return sentences.join(t('summary.separator'));
  }

  return { t, describe, span, summary };
}

function joinFacts(facts: readonly string[]): string {
  return facts.join(' · ');
}
