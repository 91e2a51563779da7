'use client';
import { Lightbulb } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { Localised } from '#grader/verdict/schema';
import { Button } from '../../_kit/button.tsx';
import { useToast } from '../../_kit/toast.tsx';
import { postOpenedHint } from '../submission/exercise-api.ts';
import { CodeText } from '../verdict/code-text.tsx';

interface HintsPanelProps {
  slug: string;
  hints: readonly Localised[];
  /** How many were open before; they open in order. */
  openedBefore: number;
  /** Whether there is an account to note it down for. */
  recorded: boolean;
}

/** The author's hints, one after another. */
export function HintsPanel({ slug, hints, openedBefore, recorded }: HintsPanelProps) {
  const t = useTranslations('exercise.hints');
  const locale = useLocale();
  const toast = useToast();
  const [opened, setOpened] = useState(openedBefore);
  const recordedRef = useRef(openedBefore);
  const lastRef = useRef<HTMLLIElement>(null);

  async function openNext(): Promise<void> {
    const upTo = opened + 1;
    setOpened(upTo);
    // The button may be gone now; whoever uses the keyboard goes on reading at the hint.
    requestAnimationFrame(() => lastRef.current?.focus());
    if (!recorded) return;
    try {
      // Hints opened before signing in were not noted down; the server wants them in order.
      while (recordedRef.current < upTo) {
        await postOpenedHint(slug, recordedRef.current + 1);
        recordedRef.current += 1;
      }
    } catch {
      toast({ tone: 'danger', text: t('notRecorded') });
    }
  }

  if (hints.length === 0) return null;
  return (
    <section aria-labelledby="hints-title" id="hints" className="mt-8 border-t border-line pt-6">
      <h2 id="hints-title" tabIndex={-1} className="flex items-center gap-2 text-lg">
        <Lightbulb aria-hidden className="size-5 text-warning" />
        {t('title')}
      </h2>
      <p className="mt-1 text-sm text-muted">{t('intro')}</p>
      <ol className="mt-4 grid gap-2 empty:mt-0">
        {hints.slice(0, opened).map((hint, index) => (
          <li
            key={hint.en}
            ref={index === opened - 1 ? lastRef : undefined}
            tabIndex={-1}
            className="rounded-md bg-warning-soft px-3.5 py-2.5 text-sm"
          >
            <strong className="mr-2 font-semibold text-warning">{t('nth', { n: index + 1 })}</strong>
            <CodeText text={hint[locale]} />
          </li>
        ))}
      </ol>
      <div className="mt-4">
        {opened < hints.length ? (
          <Button onClick={() => void openNext()}>{t('open', { n: opened + 1, total: hints.length })}</Button>
        ) : (
          <p className="text-sm text-muted">{t('allOpen')}</p>
        )}
      </div>
    </section>
  );
}
