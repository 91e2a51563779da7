'use client';
import { Eye, Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { PublicExercise } from '#grader/pack/schema';
import { Badge } from '../../_kit/badge.tsx';

interface ScenarioListProps {
  scenarios: PublicExercise['scenarios'];
  /** Highlighted source by English name, made on the server; only visible scenarios have one. */
  sources: Readonly<Record<string, string>>;
}

/** What is going to be checked: visible scenarios with their source, hidden ones by name. */
export function ScenarioList({ scenarios, sources }: ScenarioListProps) {
  const t = useTranslations('exercise.scenarios');
  const locale = useLocale();
  const visible = scenarios.filter((scenario) => scenario.visible);
  const hidden = scenarios.filter((scenario) => !scenario.visible);
  return (
    <div className="grid gap-6 p-4">
      <p className="text-sm text-muted">{t('intro')}</p>
      <section className="grid min-w-0 gap-4">
        <h2 className="text-base">{t('visible')}</h2>
        {visible.map((scenario) => (
          <article key={scenario.name.en} className="grid min-w-0 gap-2">
            <h3 className="flex items-start gap-2 text-sm font-medium">
              <Eye aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
              <span className="grow">{scenario.name[locale]}</span>
              <Badge>{t('points', { points: scenario.weight })}</Badge>
            </h3>
            <div
              tabIndex={0}
              role="group"
              aria-label={t('sourceLabel', { name: scenario.name[locale] })}
              className="code-block text-xs"
              dangerouslySetInnerHTML={{ __html: sources[scenario.name.en] ?? '' }}
            />
          </article>
        ))}
      </section>
      {hidden.length > 0 ? (
        <section className="grid gap-3">
          <h2 className="text-base">{t('hidden')}</h2>
          <ul className="divide-y divide-line rounded-md border border-line bg-raised">
            {hidden.map((scenario) => (
              <li key={scenario.name.en} className="flex items-start gap-2 px-3 py-2.5 text-sm">
                <Lock aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
                <span className="grow">
                  <span className="sr-only">{t('isHidden')}: </span>
                  {scenario.name[locale]}
                </span>
                <Badge>{t('points', { points: scenario.weight })}</Badge>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
