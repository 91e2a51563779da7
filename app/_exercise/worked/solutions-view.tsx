'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '../../_kit/badge.tsx';
import { classNames } from '../../_kit/class-names.ts';
import { Tab, TabList, TabPanel, Tabs } from '../../_kit/tabs.tsx';
import { ChangesView } from '../attempts/changes-view.tsx';
import type { OpenedSolutions, ShownSolution } from './opened-solutions.ts';

/** The solutions to choose from, and one of them with its commentary, beside one's own text. */
export function SolutionsView({ own, solutions }: OpenedSolutions) {
  const t = useTranslations('exercise.worked');
  const locale = useLocale();
  const [chosen, setChosen] = useState(0);
  const solution = solutions[chosen];
  return (
    <div className="grid min-w-0 gap-5 p-4 sm:px-6">
      <p className="text-sm text-muted">{t('intro')}</p>
      {solutions.length > 1 ? (
        <div role="group" aria-label={t('choose')} className="flex flex-wrap gap-2">
          {solutions.map(({ name, title }, index) => (
            <button
              key={name}
              type="button"
              aria-pressed={index === chosen}
              onClick={() => setChosen(index)}
              className={classNames(
                'min-h-8 rounded-full border px-3 py-1 text-left text-sm transition-colors',
                index === chosen
                  ? 'border-accent bg-accent-soft font-medium text-accent'
                  : 'border-line-strong text-muted hover:bg-hover hover:text-ink',
              )}
            >
              {title[locale]}
            </button>
          ))}
        </div>
      ) : null}
      {solution ? <SolutionView key={solution.name} solution={solution} own={own} /> : null}
    </div>
  );
}

function SolutionView({ solution, own }: { solution: ShownSolution; own: OpenedSolutions['own'] }) {
  const t = useTranslations('exercise.worked');
  const locale = useLocale();
  const title = solution.title[locale];
  return (
    <article className="@container grid min-w-0 gap-4">
      <header className="flex flex-wrap items-center gap-2.5">
        <h2 className="text-xl">{title}</h2>
        {solution.isReference ? <Badge tone="accent">{t('reference')}</Badge> : null}
      </header>
      <div className="prose" dangerouslySetInnerHTML={{ __html: solution.commentary[locale] }} />
      <Tabs defaultValue="solution" className="grid min-w-0 gap-3">
        <TabList label={t('view')}>
          <Tab value="solution">{t('solution')}</Tab>
          <Tab value="own" className="@3xl:hidden">
            {t('own')}
          </Tab>
          <Tab value="changes">{t('changes')}</Tab>
        </TabList>
        <TabPanel value="solution" className="grid min-w-0 gap-3 @3xl:grid-cols-2">
          <Code title={title} html={solution.html} />
          {/* Where there is room, one's own stands beside it; else it has a tab. */}
          <div className="hidden min-w-0 @3xl:block">
            <Code title={t('own')} html={own.html} />
          </div>
        </TabPanel>
        <TabPanel value="own" className="min-w-0">
          <Code title={t('own')} html={own.html} />
        </TabPanel>
        <TabPanel value="changes" className="min-w-0">
          <ChangesView before={own.source} after={solution.source} title={t('comparedWith', { title })} />
        </TabPanel>
      </Tabs>
    </article>
  );
}

function Code({ title, html }: { title: string; html: string }) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1.5 text-xs font-medium text-muted">{title}</figcaption>
      <div className="code-block" dangerouslySetInnerHTML={{ __html: html }} />
    </figure>
  );
}
