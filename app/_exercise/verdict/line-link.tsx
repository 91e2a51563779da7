'use client';
import { useTranslations } from 'next-intl';

/** A place in the student's files. */
export interface CodePlace {
  file: 'submission.py' | 'support.py';
  line: number;
}

/** Opens the file and goes to the line. */
export type OpenPlace = (place: CodePlace) => void;

/** A line number that can be pressed; `text` when it is part of a sentence. */
export function LineLink({ place, onOpen, text }: { place: CodePlace; onOpen: OpenPlace; text?: string }) {
  const t = useTranslations('exercise.verdict');
  const line = t('line', { line: place.line });
  return (
    <button
      type="button"
      aria-label={t('goToLine', { ...place })}
      onClick={() => onOpen(place)}
      className="inline-flex min-h-6 items-center rounded-sm px-0.5 whitespace-nowrap text-accent underline underline-offset-3 hover:text-accent-hover"
    >
      {text ?? (place.file === 'support.py' ? t('lineOf', { ...place }) : line)}
    </button>
  );
}
