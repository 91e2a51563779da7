'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { classNames } from '../../_kit/class-names.ts';
import { compareTexts, type ComparedLine } from './compare-texts.ts';

interface ChangesViewProps {
  before: string;
  after: string;
  /** What it is compared with. */
  title: string;
}

const looks = {
  same: { sign: ' ', classes: '' },
  added: { sign: '+', classes: 'bg-success-soft' },
  removed: { sign: '−', classes: 'bg-danger-soft' },
};

/** The lines that differ between two texts, with signs and not only colours, and a little of what is around them. */
export function ChangesView({ before, after, title }: ChangesViewProps) {
  const t = useTranslations('exercise.attempts');
  const lines = useMemo(() => compareTexts(before, after), [before, after]);
  return (
    <div className="grid gap-2">
      <p className="text-xs text-muted">{title}</p>
      {lines.length === 0 ? (
        <p className="rounded-md border border-line bg-sunken px-3 py-4 text-center text-sm text-muted">
          {t('noChanges')}
        </p>
      ) : (
        <div
          tabIndex={0}
          role="group"
          aria-label={title}
          className="relative overflow-x-auto rounded-md border border-line bg-raised"
        >
          <table className="w-full border-collapse font-mono text-xs leading-5">
            <tbody>
              {lines.map((line, index) => (
                <ChangedLine key={index} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function ChangedLine({ line }: { line: ComparedLine }) {
  const t = useTranslations('exercise.attempts');
  if (line.kind === 'skipped') {
    return (
      <tr className="bg-sunken text-muted">
        <td colSpan={4} className="px-3 py-0.5 text-center font-sans">
          {t('skipped', { count: line.count })}
        </td>
      </tr>
    );
  }
  const { sign, classes } = looks[line.kind];
  return (
    <tr className={classes}>
      <td className="w-9 px-1.5 text-right text-muted select-none">{line.before}</td>
      <td className="w-9 px-1.5 text-right text-muted select-none">{line.after}</td>
      <td className={classNames('w-4 text-center select-none', line.kind === 'added' ? 'text-success' : 'text-danger')}>
        <span aria-hidden>{sign}</span>
        {line.kind === 'same' ? null : <span className="sr-only">{t(line.kind)}</span>}
      </td>
      <td className="pr-3 pl-1 break-words whitespace-pre-wrap">{line.text}</td>
    </tr>
  );
}
