'use client';
import { useLocale } from 'next-intl';
import { diagnosisSentence } from '#grader/verdict/sentences';
import type { Diagnosis } from '#grader/verdict/schema';
import { CodeText } from './code-text.tsx';
import { LineLink, type OpenPlace } from './line-link.tsx';

/** What went wrong, the most telling first, in the words a good teacher would use. */
export function DiagnosisList({ diagnoses, onOpen }: { diagnoses: readonly Diagnosis[]; onOpen: OpenPlace }) {
  const locale = useLocale();
  if (diagnoses.length === 0) return null;
  return (
    <ul className="grid gap-1.5">
      {diagnoses.map((diagnosis, index) => (
        <li
          key={index}
          className="flex flex-wrap items-baseline gap-x-2 border-l-3 border-danger py-0.5 pl-3 text-sm not-first:border-line-strong not-first:text-muted"
        >
          <span className="min-w-0">
            <CodeText text={diagnosisSentence(diagnosis, locale)} />
          </span>
          {linesOf(diagnosis).map((line) => (
            <LineLink key={line} place={{ file: 'submission.py', line }} onOpen={onOpen} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function linesOf(diagnosis: Diagnosis): number[] {
  const lines =
    diagnosis.code === 'deadlock'
      ? diagnosis.waiting.map((waiting) => waiting.line)
      : ['line' in diagnosis ? diagnosis.line : null];
  return [...new Set(lines.filter((line) => line !== null))];
}
