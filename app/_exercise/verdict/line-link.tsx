'use client';
import { useTranslations } from 'next-intl';

/** A place in the student's files. */
export interface CodePlace {
  file: 'submission.py' | 'support.py';
  line: number;
}

/** Opens the file and goes to the line. */
export type OpenPlace = (place: CodePlace) => void;

/** A line number that can be pressed. */
export function LineLink({ place, onOpen }: { place: CodePlace; onOpen: OpenPlace }) {
  const t = useTranslations('exercise.verdict');
  return (
    <button
      type="button"
      aria-label={t('goToLine', { ...place })}
      onClick={() => onOpen(place)}
      className="inline-flex min-h-6 items-center rounded-sm px-0.5 font-mono text-xs whitespace-nowrap text-accent underline underline-offset-3 hover:text-accent-hover"
    >
      {place.file === 'support.py' ? `support.py, ${t('line', { line: place.line })}` : t('line', { line: place.line })}
    </button>
  );
}
