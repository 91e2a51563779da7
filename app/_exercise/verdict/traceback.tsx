'use client';
import { useTranslations } from 'next-intl';
import type { StudentException } from '#grader/verdict/schema';
import { LineLink, type OpenPlace } from './line-link.tsx';

/** An exception with the student's own frames, the innermost last, as Python prints them. */
export function Traceback({ exception, onOpen }: { exception: StudentException; onOpen: OpenPlace }) {
  const t = useTranslations('exercise.verdict');
  return (
    <section className="grid gap-1.5">
      <p className="text-xs font-medium text-muted">{t('traceback')}</p>
      <div className="code-block grid gap-1.5 text-xs">
        {exception.frames.map((frame, index) => (
          <div key={index}>
            <p className="flex flex-wrap items-baseline gap-x-2 font-sans text-muted">
              <LineLink place={frame} onOpen={onOpen} />
              {frame.function === '<module>' ? null : t('inFunction', { name: frame.function })}
            </p>
            <pre className="pl-4 whitespace-pre-wrap">{frame.text}</pre>
          </div>
        ))}
        <p className="font-mono break-words">
          <strong className="text-danger">{exception.type}</strong>
          {exception.message ? `: ${exception.message}` : ''}
        </p>
      </div>
    </section>
  );
}
