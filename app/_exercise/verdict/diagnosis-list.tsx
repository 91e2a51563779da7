'use client';
import { useLocale } from 'next-intl';
import { diagnosisSentence } from '#grader/verdict/sentences';
import type { Diagnosis } from '#grader/verdict/schema';
import { CodeName } from './code-text.tsx';
import { LineLink, type OpenPlace } from './line-link.tsx';
import { takeSentenceApart } from './sentence-parts.ts';

/** What went wrong, the most telling first, in the words a good teacher would use. */
export function DiagnosisList({ diagnoses, onOpen }: { diagnoses: readonly Diagnosis[]; onOpen: OpenPlace }) {
  if (diagnoses.length === 0) return null;
  return (
    <ul className="grid gap-1.5">
      {diagnoses.map((diagnosis, index) => (
        <li
          key={index}
          className="border-l-3 border-danger py-0.5 pl-3 text-sm leading-6 not-first:border-line-strong not-first:text-muted"
        >
          <DiagnosisSentence diagnosis={diagnosis} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function DiagnosisSentence({ diagnosis, onOpen }: { diagnosis: Diagnosis; onOpen: OpenPlace }) {
  const locale = useLocale();
  const lines = linesOf(diagnosis);
  const parts = takeSentenceApart(diagnosisSentence(diagnosis, locale), lines);
  // A deadlock's sentence names the waits that matter; the lines of the others would only distract.
  const unnamed =
    diagnosis.code === 'deadlock'
      ? []
      : lines.filter((line) => !parts.some((part) => part.kind === 'line' && part.line === line));
  const place = (line: number) => ({ file: 'submission.py', line }) as const;
  return (
    <>
      {parts.map((part, index) =>
        part.kind === 'line' ? (
          <LineLink key={index} place={place(part.line)} onOpen={onOpen} text={part.text} />
        ) : part.kind === 'code' ? (
          <CodeName key={index} name={part.text} />
        ) : (
          <span key={index}>{part.text}</span>
        ),
      )}
      {unnamed.map((line) => (
        <LineLink key={`line ${line}`} place={place(line)} onOpen={onOpen} />
      ))}
    </>
  );
}

function linesOf(diagnosis: Diagnosis): number[] {
  const lines =
    diagnosis.code === 'deadlock'
      ? diagnosis.waiting.map((waiting) => waiting.line)
      : ['line' in diagnosis ? diagnosis.line : null, 'cause' in diagnosis ? (diagnosis.cause?.line ?? null) : null];
  return [...new Set(lines.filter((line) => line !== null))];
}
